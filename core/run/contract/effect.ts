import type { Value } from '../../condition/condition.ts';
import type { Assignee, Recipient } from '../../drawing/people.ts';
import type { Duration } from '../../time/duration.ts';
import type { PolicyLevel } from '../../definition/definition.ts';
import type { PauseReason } from '../../drawing/pause-reasons.ts';
import type { IncidentChoice, StepRef } from './event.ts';
import type { IncidentEnd } from './fact.ts';

/** Where the calendar of a clock or timer comes from: a department's, else the process's. */
export interface CalendarSource {
  department?: string;
  /** Key of the process's calendar. */
  calendar: string;
}

/**
 * What the run asks the world to do. `key` is unique within (deal, runNo) and carries step or
 * clock, visit, round, cycle and level as far as each applies (E24); never an attempt or version.
 * `startClock`, `startTimer`, `acknowledgeClock`, `setOwner`, `setDates`, `askDeciders` and tasks for a pool with a
 * strategy ask: their answers come back as an event (E22).
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
      /** People who may not have it: whoever asked for an approval (E3). */
      notBy?: string[];
      /** Values of the deal that a pool's assignee must have as tags. */
      needs?: string[];
    }
  | {
      kind: 'requestTask';
      task: StepRef;
      assign: Assignee;
      owner: string | null;
      mandatory: boolean;
      needs?: string[];
    }
  | {
      kind: 'closeTask';
      task: StepRef;
      /**
       * `recalled`: taken back with its draft, which the next round begins with (E13). `cancelled`
       * because of `moved_back`: whoever applies it recalls a task that somebody has begun (E12).
       */
      as: 'done' | 'waived' | 'notNeeded' | 'cancelled' | 'recalled';
      why: string;
      by: string | null;
      outcome?: string;
    }
  | {
      kind: 'assignTask';
      task: StepRef;
      assign: Assignee;
      owner: string | null;
      notBy?: string[];
      needs?: string[];
    }
  /** A task waits for somebody, or goes on (`why` null). */
  | {
      kind: 'waitTask';
      task: StepRef;
      why: PauseReason | null;
      note: string | null;
      by: string | null;
    }
  /** Asks which of these parts nobody may decide: of their department or role, `notBy` left out (E3). */
  | {
      kind: 'askDeciders';
      approval: StepRef;
      parts: { item: string; to: Extract<Assignee, { kind: 'department' | 'role' }> }[];
      notBy: string[];
    }
  | { kind: 'prioritise'; task: StepRef }
  | { kind: 'markAtRisk'; clock: string; level: string }
  | { kind: 'sendWebhook'; webhook: StepRef }
  /** Starts another process for the deal's contact; asks, when `waits`, for its end by an event. */
  | {
      kind: 'startProcess';
      step: StepRef;
      process: string;
      fields: { from: string; to: string }[];
      waits: boolean;
      /** How many automatic starts in a row this is (E28); absent: the first. */
      generation?: number;
    }
  /** What the outcome starts, `after` a while. */
  | {
      kind: 'followUp';
      process: string;
      fields: { from: string; to: string }[];
      after?: Duration;
      generation?: number;
    }
  /** The deal goes on as a new run of another process. */
  | { kind: 'continueIn'; process: string; stage?: string; generation?: number }
  /** The deal is frozen, by a person until an instant or with its process; `null`: it goes on. */
  | {
      kind: 'freeze';
      by: string | null;
      freeze: 'hold' | 'pause' | null;
      until?: number;
      reason?: string;
    }
  | {
      kind: 'setDates';
      step: StepRef;
      dates: { field: string; in: Duration }[];
      from: number;
      calendar: CalendarSource;
    }
  | { kind: 'sendMail'; mail: StepRef }
  /** A mail or webhook came to nothing by this cause: the step stands, or the deal goes on (E27). */
  | { kind: 'tellOwner'; owner: string | null; step: StepRef; cause: string; isStopped: boolean }
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
      /** The date replaces the duration. */
      agreed?: true;
      /** The duration counts from the close of this date instead of `from`; it may be negative. */
      fromDate?: string;
      /** When it began, where that is not `from`: percentages of levels count from here. */
      since?: number;
      /** After a pause that has been accounted for: so many ms, by the unit of `after`, are left from `from`. */
      left?: number;
      /** After a pause: what was left at `at` of this due and these levels is left from `from` on (E19). */
      was?: {
        due: number;
        at: number;
        levels: { level: string; at: number }[];
        /** Until when a clock that was taken note of keeps still (E31). */
        quietUntil?: number;
      };
    }
  | { kind: 'pauseClock'; clock: string; cycle: number; why: string }
  | { kind: 'resumeClock'; clock: string; cycle: number }
  /** Somebody took note of it: asks until when four business hours from `from` on last. */
  | {
      kind: 'acknowledgeClock';
      clock: string;
      cycle: number;
      by: string | null;
      from: number;
      quiet: Duration;
      calendar: CalendarSource;
    }
  | { kind: 'takeBackNote'; clock: string; cycle: number }
  | { kind: 'stopClock'; clock: string; cycle: number; as: 'met' | 'metLate' | 'cancelled' }
  | { kind: 'breachClock'; clock: string; cycle: number }
  | {
      kind: 'startTimer';
      /** The step; '' as `step` for the silence of a rail. */
      wait: StepRef;
      from: number;
      duration: Duration;
      /** The duration counts from the close of this date; it may be negative. */
      fromDate?: string;
      /** After a freeze: what was left at `at` of the instant `due` is left from `from` on (E19). */
      was?: { due: number; at: number };
      /** After a freeze that has been accounted for: so many ms are left from `from`. */
      left?: number;
      calendar: CalendarSource;
    }
  /** What a person wrote counts: it sets fields of the deal, or as a `note` none. */
  | { kind: 'useSubmission'; submission: string; task?: StepRef; as?: 'note' }
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
      choices: IncidentChoice[];
    }
  | {
      kind: 'closeIncident';
      incident: string;
      as: IncidentEnd;
      by: string | null;
    }
);

export type EffectKind = Effect['kind'];
