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
  | 'started';

/** The answer to one event: accepted, or refused with a code and every unmet item. */
export type Reply =
  { ok: true } | { ok: false; code: RefusalCode; message: string; unmet?: Unmet[] };

export type Refusal = Extract<Reply, { ok: false }>;
