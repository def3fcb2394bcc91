import type { Value } from '../../condition/condition.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import type { PauseReason } from '../../drawing/pause-reasons.ts';
import type { AssignmentReason } from './assignment-reason.ts';
import type { DoneStep } from '../state/run-state.ts';

/** Watched values of fields: a value, or for an is-set field whether it is set; `null` empties it. */
export interface FieldChange {
  values: Record<string, Value | null>;
  isSet: Record<string, boolean>;
}

/**
 * Which occurrence of a step is meant; refused as stale when the run is elsewhere (E24, E25).
 * `stage` is the rail's id for a step of a rail.
 */
export interface StepRef {
  stage: string;
  step: string;
  visit: number;
  round: number;
  /** Item of an `each`, attempt of a repeated task, approver's part of an approval. */
  item?: string;
}

/** Where a deal begins that was reopened (E16) or continues from another process. */
export interface BeginAt {
  stage: string;
  via: 'reopened' | 'continued';
  visits: Record<string, number>;
  done: Record<string, Record<string, DoneStep>>;
  /** Counters of is-set fields that the done steps' inputs refer to (`RunState.changes`). */
  changes?: Record<string, number>;
}

interface Command {
  id: string;
  /** Id of the person who acts; `null` for the system. */
  by: string | null;
}

/** A command on a task, with what it was made on (E25). */
interface OnTask {
  /** Of the task's row; absent = whatever it is. */
  revision?: number;
  /** The row was at another revision as the command was to be written: the run refuses it. */
  overtaken?: true;
}

/**
 * Everything that can happen to a run. Ids are unique per occurrence (an HTTP Idempotency-Key, a
 * machine's dedup key). Nothing personal is in here: free text stands as the id of a submission row.
 */
export type RunEvent =
  /** `misfits`: fields to which a value came along that does not fit them and was left out (E29). */
  | (Command & {
      kind: 'start';
      owner: string | null;
      at?: BeginAt;
      /** The process stands: the deal begins standing with it (E19). */
      freeze?: string;
      misfits?: string[];
      /** The revision of the deal's fields with which the run begins; absent = 1. */
      fieldsRevision?: number;
      /** How many automatic starts in a row led to this one (E28); absent for a person's. */
      generation?: number;
    } & FieldChange)
  /** `seen`: each field that the submission sets, with the revision of the fields it was filled on (E25). */
  | (Command &
      OnTask & {
        kind: 'complete';
        task: StepRef;
        outcome: string;
        submission: string | null;
        seen?: Record<string, number>;
      } & FieldChange)
  | (Command & OnTask & { kind: 'request'; task: StepRef })
  | (Command & OnTask & { kind: 'notNeeded'; task: StepRef })
  | (Command & OnTask & { kind: 'waive'; task: StepRef; reason: string })
  /** One approver's word (E3); `submission` holds what was written with it, `seen` the fields that were shown. */
  | (Command &
      OnTask & {
        kind: 'decide';
        approval: StepRef;
        decision: 'approved' | 'rejected';
        submission: string | null;
        seen?: Record<string, number>;
      })
  /** Another item for an `each` that runs; `item` is unique within the step (E8). */
  | (Command & { kind: 'addItem'; each: StepRef; item: string })
  /** A task waits for somebody, its clock with it; `note` is a submission's id. */
  | (Command & OnTask & { kind: 'pauseTask'; task: StepRef; why: PauseReason; note: string | null })
  | (Command & OnTask & { kind: 'resumeTask'; task: StepRef; note: string | null })
  /** Takes note of an overdue clock: no higher level for four business hours, once. */
  | (Command & { kind: 'acknowledge'; clock: string; cycle: number })
  /** Takes that note back: its levels are due again (E31). */
  | (Command & { kind: 'takeBackNote'; clock: string; cycle: number })
  /** Ends whatever waits on the world (wait, each, process, webhook) by a port (E17). */
  | (Command & { kind: 'endWait'; wait: StepRef; port: string; reason: string })
  /**
   * Freezes the deal until an instant, at most 180 days ahead (E19). `heldUntil` is the hold that the person
   * saw, `null` for none; absent = whichever there is.
   */
  | (Command & { kind: 'hold'; until: number; reason: string; heldUntil?: number | null })
  | (Command & { kind: 'resume'; heldUntil?: number | null })
  /** After going back: lets automatic exits go again (E12). */
  | (Command & { kind: 'arm'; stage: string; visit: number })
  /** The run's definition has become another one (E26); folded with the new definition. */
  | (Command & { kind: 'migrate'; from: ProcessDefinition })
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
      /** For a way back: more steps to do again than the exit lists (E12). */
      redo?: string[];
      /** Passes the gate; the caller has checked the right. The reason is a submission's id. */
      override?: { reason: string };
    })
  | (Command & {
      kind: 'setFields';
      submission: string | null;
      /** Of the deal's fields, on which a person made the change (E25). */
      revision?: number;
      /** Every field that the submission sets; absent = the watched ones. */
      sets?: string[];
    } & FieldChange)
  /** `from` is the owner that the person saw; absent = whoever it is. */
  | (Command & { kind: 'setOwner'; owner: string; from?: string | null })
  | (Command & {
      kind: 'resolveIncident';
      incident: string;
      choice: IncidentChoice;
      reason: string | null;
      /** For `lost`: reasons by id; without a known one the first of the process counts. */
      reasons?: string[];
    })
  | {
      id: string;
      kind: 'mailResult';
      mail: StepRef;
      result: 'sent' | 'notSent';
      why?: string;
      by?: string;
    }
  /** A person said what is to be done about a mail that was never answered; the relay does it. */
  | {
      id: string;
      kind: 'mailDecided';
      mail: StepRef;
      decision: 'accepted' | 'again';
      by: string;
    }
  | { id: string; kind: 'external'; name: string }
  | {
      id: string;
      kind: 'webhookResult';
      webhook: StepRef;
      result: 'delivered' | 'failed';
      why?: string;
    }
  /** What a step asks a machine for cannot be made: `code` becomes its incident. */
  | { id: string; kind: 'workFailed'; step: StepRef; code: string }
  | { id: string; kind: 'processStarted'; step: StepRef; deal: string }
  /** The values stand under the names of the waiting deal's fields. */
  | ({
      id: string;
      kind: 'processEnded';
      step: StepRef;
      deal: string;
      outcome: 'won' | 'lost' | 'finished';
      /** Fields of this deal whose result was left out, for it does not fit them (E29). */
      misfits?: string[];
      /** Neither a person nor a wait came between its start and its end (E28). */
      automatic?: true;
    } & FieldChange)
  /** The whole process stands, or goes on (E19). */
  | { id: string; kind: 'pauseProcess'; freeze: string }
  | { id: string; kind: 'resumeProcess'; freeze: string }
  /** A calendar has a new revision: what counts on it is computed anew. */
  | { id: string; kind: 'recalculate'; calendar: string; revision: number }
  /** People, departments or roles have changed: who may decide is asked again (E3). */
  | { id: string; kind: 'peopleChanged' }
  | { id: string; kind: 'answers'; answers: Answers }
  | { id: string; kind: 'tick' };

/** The events of one kind, or of some. */
export type EventOf<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;

/** What can be done about an incident; which of them is offered depends on its cause. */
export type IncidentChoice = 'retry' | 'skip' | 'oneMore' | 'lost' | 'askManagers';

/** What the world said about the effects of one batch (E22). Instants are epoch ms. */
export interface Answers {
  clocks: {
    clock: string;
    cycle: number;
    due: number;
    levels: { level: string; at: number }[];
    /** Key of the calendar it was computed on. */
    calendar?: string;
    /** The due by the duration alone, and after a pause what was left of it. */
    byTime?: number;
    left?: { ms: number; from: number };
    /** After a pause: until when a clock that was taken note of keeps still. */
    quietUntil?: number;
  }[];
  timers: (StepRef & { at: number; left?: { ms: number; from: number } })[];
  /** Until when a clock that somebody took note of keeps still. */
  acknowledged?: { clock: string; cycle: number; until: number }[];
  /** Dates that an `update` step asked for, 'YYYY-MM-DD'. */
  dates?: (StepRef & { values: Record<string, string> })[];
  /** Who was found for a task by a pool's strategy, and why; `null`: nobody, it is in the queue. */
  assignees?: { task: StepRef; person: string | null; why: AssignmentReason }[];
  /** Open parts of an approval that nobody of their department or role may decide (E3). */
  deciders?: { approval: StepRef; nobody: string[] }[];
  /** The deal's new owner after an `assign` step or a change of owner. */
  owner?: string;
  /** Effects that could not be carried out: each becomes an incident of its step or clock. */
  failures: { effect: string; stage: string; step?: string; clock?: string; code: string }[];
}
