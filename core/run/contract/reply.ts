import type { RunEvent } from './event.ts';
import type { Unmet } from './fact.ts';

/** Codes of refusal; the api maps each to a problem document. */
export type RefusalCode =
  | 'closed'
  | 'stale'
  | 'unknown'
  | 'not-open'
  | 'unknown-outcome'
  | 'unknown-exit'
  | 'unmet'
  | 'started'
  /** Not while the deal is on hold, or not because it is not (E19). */
  | 'frozen'
  /** Nobody approves what they asked for, or twice (E3). */
  | 'own-request';

/** The answer to one event: accepted, or refused with a code and every unmet item. */
export type Reply = { ok: true } | Refused;

interface Refused {
  ok: false;
  code: RefusalCode;
  message: string;
  unmet?: Unmet[];
  /** Fields that were changed since the person saw them (E25). */
  fields?: string[];
}

export type Refusal = Extract<Reply, { ok: false }>;

/** A reply that refuses, with a message that names what is wrong and the remedy. */
export function refusal(code: RefusalCode, message: string): Refusal {
  return { ok: false, code, message };
}

/** Ids of those events that were refused; `replies[k]` belongs to `events[k]`. */
export function refusedOf(events: RunEvent[], replies: Reply[]): string[] {
  return events.filter((_, k) => replies[k]?.ok === false).map(({ id }) => id);
}
