/** What a text means to a field. */
export type Meaning<T> =
  | { kind: 'empty' }
  | { kind: 'taken'; value: T }
  /** It can be read in several ways, or is so unusual that one asks. */
  | { kind: 'ask'; choices: T[] }
  | { kind: 'wrong'; why: string };

/** How a kind of value is read and written; typing and pasting go through the same one. */
export interface Reader<T> {
  read: (text: string) => Meaning<T>;
  /** As one writes it into the field. */
  write: (value: T) => string;
  /** As a sentence shows it, with its unit. */
  words: (value: T) => string;
}
