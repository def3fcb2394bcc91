import type { Value } from '../condition/condition.ts';

/** Watched values of fields: a value, or for an is-set field whether it is set; `null` empties it. */
export interface FieldChange {
  values: Record<string, Value | null>;
  isSet: Record<string, boolean>;
}

/** Which occurrence of a step is meant; refused as stale when the run is elsewhere (E24, E25). */
export interface StepRef {
  stage: string;
  step: string;
  visit: number;
  round: number;
}

interface Command {
  id: string;
  /** Id of the person who acts; `null` for the system. */
  by: string | null;
}

/**
 * Everything that can happen to a run. Ids are unique per occurrence (an HTTP Idempotency-Key, a
 * machine's dedup key). Nothing personal is in here: free text stands as the id of a submission row.
 */
export type RunEvent =
  | (Command & { kind: 'start'; owner: string | null } & FieldChange)
  | (Command & {
      kind: 'complete';
      task: StepRef;
      outcome: string;
      submission: string | null;
    } & FieldChange)
  | (Command & { kind: 'request'; task: StepRef })
  | (Command & { kind: 'notNeeded'; task: StepRef })
  | (Command & { kind: 'waive'; task: StepRef; reason: string })
  | (Command & { kind: 'endWait'; wait: StepRef; port: string; reason: string })
  | (Command & {
      kind: 'move';
      stage: string;
      visit: number;
      /** A drawn exit, by id. */
      exit: string;
      /** Reasons for won or lost, by id; at least one where the outcome asks for them. */
      reasons?: string[];
      /** Submission with the outcome's note. */
      note?: string | null;
      /** Passes the gate; the caller has checked the right. The reason is a submission's id. */
      override?: { reason: string };
    })
  | (Command & { kind: 'setFields'; submission: string | null } & FieldChange)
  | (Command & { kind: 'setOwner'; owner: string })
  | (Command & {
      kind: 'resolveIncident';
      incident: string;
      choice: 'retry' | 'skip';
      reason: string | null;
    })
  | { id: string; kind: 'mailResult'; mail: StepRef; result: 'sent' | 'notSent'; why?: string }
  | { id: string; kind: 'external'; name: string }
  | { id: string; kind: 'answers'; answers: Answers }
  | { id: string; kind: 'tick' };

/** What the world said about the effects of one batch (E22). Instants are epoch ms. */
export interface Answers {
  clocks: {
    clock: string;
    cycle: number;
    due: number;
    levels: { level: string; at: number }[];
  }[];
  timers: (StepRef & { at: number })[];
  /** The deal's new owner after an `assign` step or a change of owner. */
  owner?: string;
  /** Effects that could not be carried out: each becomes an incident of its step or clock. */
  failures: { effect: string; stage: string; step?: string; clock?: string; code: string }[];
}
