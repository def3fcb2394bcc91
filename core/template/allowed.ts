/** The tags of a mail. Whatever writes to other places, reads files or cuts the mail short is left out. */
export const allowedTags = [
  'if',
  'unless',
  'case',
  'for',
  'assign',
  'comment',
  'raw',
  '#',
] as const;

/** `text`: a quoted text; `number`: a number; `value`: either of them, or a name. */
export type ArgumentKind = 'text' | 'number' | 'value';

interface FilterRule {
  takes: readonly ArgumentKind[];
  /** How many of them must be there. */
  least: number;
}

const none: FilterRule = { takes: [], least: 0 };
const one = (kind: ArgumentKind): FilterRule => ({ takes: [kind], least: 1 });
const replacing: FilterRule = { takes: ['text', 'text'], least: 2 };
const shortening: FilterRule = { takes: ['number', 'text'], least: 0 };

/** The filters of a mail: its values are words already, so numbers and dates are not computed with. */
export const allowedFilters: Record<string, FilterRule> = {
  default: one('value'),
  append: one('value'),
  prepend: one('value'),
  upcase: none,
  downcase: none,
  capitalize: none,
  strip: none,
  lstrip: none,
  rstrip: none,
  strip_newlines: none,
  remove: one('text'),
  remove_first: one('text'),
  replace: replacing,
  replace_first: replacing,
  truncate: shortening,
  truncatewords: shortening,
};

/** `a, b and c` */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
