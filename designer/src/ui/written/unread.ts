import type { FieldValue } from '../../lib/format-field-value.ts';

/**
 * What somebody wrote into a field and nobody can take yet: unreadable, or readable in several ways. A
 * form holds it like a value, so that it stays on the screen; it is never sent.
 */
export interface Unread {
  unread: string;
  /** What is wrong and what can be written instead. */
  why: string;
}

/** A value of a form: read, empty (null), or not read yet. */
export type FormValue = FieldValue | Unread;

export function isUnread(value: unknown): value is Unread {
  return typeof value === 'object' && value !== null && 'unread' in value;
}

/** The sentences of what is not read yet, by the id of its field. */
export function unreadIn(values: Record<string, FormValue>): Record<string, string> {
  const unread = Object.entries(values).filter((entry): entry is [string, Unread] =>
    isUnread(entry[1]),
  );
  return Object.fromEntries(unread.map(([id, { why }]) => [id, why]));
}

/** The values that can be sent. */
export function readIn(values: Record<string, FormValue>): Record<string, FieldValue> {
  const read = Object.entries(values).filter(
    (entry): entry is [string, FieldValue] => !isUnread(entry[1]),
  );
  return Object.fromEntries(read);
}
