/** What somebody wrote as a number: read, empty, none, or readable in two ways. */
export type NumberRead =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  /** `12.345` is a whole number with groups, or has decimals; the writer's habit comes first. */
  | { kind: 'ambiguous'; values: [number, number] }
  | { kind: 'none'; why: string };

/** How a reader writes numbers: the sign before decimals. */
export type DecimalSign = '.' | ',';

/** As many digits as every number keeps. */
const EXACT_DIGITS = 15;
const spaces = /[\s\u00a0\u2009\u202f]/g;
const apostrophes = /['’]/g;
const notNumber = 'This is not a number. Write digits, such as 1250 or 12.50.';
const tooLong = 'This number has more than 15 digits, more than can be kept exactly. Write fewer.';
const notGrouped = 'The groups of this number are not of three digits. Write it without them.';

/** The sign that a locale writes before decimals: ',' for pl and de, '.' for en. */
export function decimalSignOf(locale: string): DecimalSign {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
}

/**
 * Reads a number as people write it, typed or pasted: groups by dot, comma, space, no-break space or
 * apostrophe, decimals by dot or comma, a minus of any kind. What could mean two numbers is not guessed.
 */
export function readNumber(text: string, decimal: DecimalSign): NumberRead {
  const bare = text
    .trim()
    .replace(/^[-−–]/, '')
    .replace(/^\+/, '')
    .trim();
  if (text.trim() === '') return { kind: 'empty' };
  const sign = /^[-−–]/.test(text.trim()) ? -1 : 1;
  const read = readUnsigned(bare, decimal);
  if (read.kind === 'number') return { kind: 'number', value: signed(sign, read.value) };
  if (read.kind !== 'ambiguous') return read;
  const [first, second] = read.values;
  return { kind: 'ambiguous', values: [signed(sign, first), signed(sign, second)] };
}

function signed(sign: number, value: number): number {
  return value === 0 ? 0 : sign * value;
}

function readUnsigned(bare: string, decimal: DecimalSign): NumberRead {
  const closed = withoutGaps(bare);
  if (closed === undefined) return { kind: 'none', why: notGrouped };
  if (!/^[\d.,]*\d[\d.,]*$/.test(closed)) return { kind: 'none', why: notNumber };
  const signs = closed.replace(/\d/g, '');
  if (signs === '') return numberOf(closed, '');
  const last = signs.at(-1)!;
  const isMixed = signs.includes('.') && signs.includes(',');
  if (isMixed) return withBoth(closed, last);
  if (signs.length > 1) return grouped(closed, last);
  const hasGaps = closed !== bare;
  return withOne(closed, last, { decimal, hasGaps });
}

/** Without spaces and apostrophes; undefined where they part other than groups of three digits. */
function withoutGaps(bare: string): string | undefined {
  const [whole = ''] = bare.split(/[.,]/, 1);
  const closed = bare.replace(spaces, '').replace(apostrophes, '');
  if (closed === bare) return bare;
  const isGrouped = /^\d{1,3}(?:[\s\u00a0\u2009\u202f'’]\d{3})+$/.test(whole);
  const rest = bare.slice(whole.length);
  return isGrouped && /^(?:[.,]\d*)?$/.test(rest) ? closed : undefined;
}

/** `1.234,56` and `1,234.56`: the last sign stands before decimals, the other parts groups. */
function withBoth(text: string, last: string): NumberRead {
  const at = text.lastIndexOf(last);
  const [whole, fraction] = [text.slice(0, at), text.slice(at + 1)];
  const other = last === '.' ? ',' : '.';
  if (whole.includes(last)) return { kind: 'none', why: notNumber };
  return isGroupedBy(whole, other)
    ? numberOf(whole.replaceAll(other, ''), fraction)
    : { kind: 'none', why: notGrouped };
}

function grouped(text: string, sign: string): NumberRead {
  return isGroupedBy(text, sign)
    ? numberOf(text.replaceAll(sign, ''), '')
    : { kind: 'none', why: notGrouped };
}

/** One sign: before three digits it may part a group, or be before decimals; else it is the latter. */
function withOne(
  text: string,
  sign: string,
  { decimal, hasGaps }: { decimal: DecimalSign; hasGaps: boolean },
): NumberRead {
  const [whole = '', fraction = ''] = text.split(sign);
  const mayGroup = !hasGaps && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayGroup) return numberOf(whole, fraction);
  const values: [number, number] = [Number(whole + fraction), Number(`${whole}.${fraction}`)];
  return { kind: 'ambiguous', values: sign === decimal ? [values[1], values[0]] : values };
}

function isGroupedBy(text: string, sign: string): boolean {
  const [first = '', ...others] = text.split(sign);
  return /^\d{1,3}$/.test(first) && others.every((each) => /^\d{3}$/.test(each));
}

function numberOf(whole: string, fraction: string): NumberRead {
  const significant = `${whole}${fraction}`.replace(/^0+/, '');
  if (significant.length > EXACT_DIGITS) return { kind: 'none', why: tooLong };
  return { kind: 'number', value: Number(`${whole || '0'}.${fraction || '0'}`) };
}
