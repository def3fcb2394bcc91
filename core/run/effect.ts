import type { Value } from '../condition/condition.ts';
import type { Assignee, Recipient } from '../drawing/people.ts';
import type { Duration } from '../time/duration.ts';
import type { PolicyLevel } from '../definition/definition.ts';
import type { StepRef } from './event.ts';

/** Where the calendar of a clock or timer comes from: a department's, else the process's. */
export interface CalendarSource {
  department?: string;
  /** Key of the process's calendar. */
  calendar: string;
}

/**
 * What the run asks the world to do. `key` is unique within (deal, runNo) and carries step or
 * clock, visit, round, cycle and level as far as each applies (E24); never an attempt or version.
 * `startClock`, `startTimer` and `setOwner` ask: their answers come back as an event (E22).
 */
export type Effect = { key: string } & (
  | {
      kind: 'openTask';
      task: StepRef;
      /** `offered`: an optional step whose turn came; no assignee, no clock (E4). */
      state: 'ready' | 'offered';
      assign: Assignee;
      owner: string | null;
      mandatory: boolean;
    }
  | {
      kind: 'requestTask';
      task: StepRef;
      assign: Assignee;
      owner: string | null;
      mandatory: boolean;
    }
  | {
      kind: 'closeTask';
      task: StepRef;
      as: 'done' | 'waived' | 'notNeeded' | 'cancelled';
      why: string;
      by: string | null;
      outcome?: string;
    }
  | { kind: 'assignTask'; task: StepRef; assign: Assignee; owner: string | null }
  | { kind: 'sendMail'; mail: StepRef }
  | { kind: 'notify'; to: Recipient[]; owner: string | null; step: StepRef }
  | {
      kind: 'escalate';
      to: Recipient[];
      owner: string | null;
      clock: string;
      cycle: number;
      level: string;
      stage: string;
      /** The task that is late, when the clock is a task's. */
      task?: StepRef;
      due: number;
    }
  | {
      kind: 'startClock';
      clock: string;
      cycle: number;
      stage: string;
      task?: StepRef;
      from: number;
      after?: Duration;
      /** Value of the deadline's date field, 'YYYY-MM-DD'. */
      date?: string;
      calendar: CalendarSource;
      levels: PolicyLevel[];
    }
  | { kind: 'stopClock'; clock: string; cycle: number; as: 'met' | 'metLate' | 'cancelled' }
  | { kind: 'breachClock'; clock: string; cycle: number }
  | {
      kind: 'startTimer';
      wait: StepRef;
      from: number;
      duration: Duration;
      calendar: CalendarSource;
    }
  | { kind: 'useSubmission'; submission: string; task?: StepRef }
  | { kind: 'setValues'; values: Record<string, Value>; step: StepRef }
  | { kind: 'clearValues'; fields: string[]; step: StepRef }
  | { kind: 'setOwner'; to: Assignee; step?: StepRef }
  | {
      kind: 'openIncident';
      incident: string;
      stage: string;
      step?: StepRef;
      code: string;
      operands: { field: string; value: Value }[];
      choices: ('retry' | 'skip')[];
    }
  | {
      kind: 'closeIncident';
      incident: string;
      as: 'retried' | 'skipped' | 'cleared';
      by: string | null;
    }
);

export type EffectKind = Effect['kind'];
