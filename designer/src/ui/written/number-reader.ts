import { readNumber } from '#core/money/read-number.ts';
import { numberText } from '#core/money/money-text.ts';
import { readerDecimal } from '../../lib/reader-locale.ts';
import type { Meaning, Reader } from './reader.ts';

interface NumberKind {
  /** The amount as it is kept, or why it cannot be. */
  keep: (amount: number) => number | string;
  write?: (kept: number) => string;
  words?: (kept: number) => string;
  /** What may stand beside it: `PLN`, `%`, `kWp`. */
  unit?: string | undefined;
}

/** Reads numbers by the one reader of numbers, whatever they are kept as. */
export function numberReader(kind: NumberKind): Reader<number> {
  const { keep, unit, write = plainText } = kind;
  const words = kind.words ?? ((kept) => (unit ? `${write(kept)}\u00a0${unit}` : write(kept)));
  return { read: (text) => meaningOf(withoutUnit(text, unit), keep), write, words };
}

const plainText = (kept: number) => numberText(kept);

interface Bounds {
  min: number;
  max: number;
  /** Digits after the point; whole numbers when absent. */
  decimals?: number | undefined;
  unit?: string | undefined;
  /** A number that is never grouped, such as a year. */
  ungrouped?: boolean;
}

/** Reads numbers between bounds, kept as they are. */
export function boundedReader({ min, max, decimals = 0, unit, ungrouped }: Bounds): Reader<number> {
  const write = ungrouped === true ? String : plainText;
  const keep = (amount: number) => {
    if (Number(amount.toFixed(decimals)) !== amount) {
      return decimals === 0 ? 'Write a whole number.' : `At most ${decimals} decimals fit.`;
    }
    const fits = amount >= min && amount <= max;
    return fits ? amount : `Write a number from ${write(min)} to ${write(max)}.`;
  };
  return numberReader({ keep, write, unit });
}

function meaningOf(text: string, keep: NumberKind['keep']): Meaning<number> {
  const read = readNumber(text, readerDecimal());
  if (read.kind === 'empty') return read;
  if (read.kind === 'none') return { kind: 'wrong', why: read.why };
  const kept = (read.kind === 'number' ? [read.value] : read.values).map(keep);
  const choices = kept.filter((one) => typeof one === 'number');
  const why = kept.find((one) => typeof one === 'string');
  const [first] = choices;
  if (first === undefined) return { kind: 'wrong', why: why ?? '' };
  return read.kind === 'number' ? { kind: 'taken', value: first } : { kind: 'ask', choices };
}

/** `12 500 PLN` and `PLN 12 500` of an amount in PLN; another unit stays, and is refused. */
function withoutUnit(text: string, unit: string | undefined): string {
  const bare = text.trim();
  if (unit === undefined || unit === '') return bare;
  if (bare.endsWith(unit)) return bare.slice(0, -unit.length);
  return bare.startsWith(unit) ? bare.slice(unit.length) : bare;
}
