import type { Value } from '../../condition/condition.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { PauseReason } from '../../drawing/pause-reasons.ts';
import type { DurationUnit } from '../../time/duration.ts';

/**
 * Where a step of the current visit stands. `offered`: optional, its turn came (E4). `running`: it
 * waits for a result of the world. `ended`: by `port`. `skipped`: all incoming links dead (E1).
 */
export type StepStatus =
  | 'pending'
  | 'offered'
  | 'open'
  | 'running'
  | 'waiting'
  | 'incident'
  | 'ended'
  | 'skipped'
  | 'cancelled';

/** One item of an `each`, one attempt of a repeated task, one approver's part of an approval. */
export interface ItemState {
  status: 'open' | 'ended' | 'cancelled';
  /** Outcome, or `approved` and `rejected`. */
  port?: string;
  by?: string | null;
  /** Whose it is, where it is not the step's own. */
  to?: Assignee;
}

export interface StepState {
  status: StepStatus;
  round: number;
  /** Visit of its stage in which it began, when that was an earlier one (E11). */
  visit?: number;
  port?: string;
  /** True when the step's own work was done, false when it was stepped over or kept. */
  done?: boolean;
  /** Who did it, for four-eyes. */
  by?: string | null;
  /** What its inputs were when its work was done, where it has any (`DoneStep`). */
  inputs?: Record<string, Value | null>;
  /** Open parts of an approval that nobody is there to decide, as the world said last (E3). */
  nobody?: string[];
  /** Who may not decide an approval whose stage was left, and with it what led to it (E3). */
  notBy?: string[];
  startedAt?: number;
  /** Due instant of a wait, of the next attempt, of a time-out; absent while it is arming (E22). */
  timerAt?: number;
  /** Unit of the timer: what is left of it is counted in working or calendar time (E19). */
  timerUnit?: DurationUnit;
  /** The timer counts to a date field alone, so no freeze moves it. */
  timerFixed?: true;
  /** After a freeze: so many ms of its time, by its unit, were left at `from`. */
  timerLeft?: { ms: number; from: number };
  /** Order in which `leave` steps were reached (E9), and locks were asked for. */
  reached?: number;
  /** It waits for its lock. */
  locked?: true;
  /** Set by an `assign` step before or while the task is open. */
  assign?: Assignee;
  /** True when an optional task was asked for, by a person or by its `mandatory` condition (E4). */
  requested?: true;
  /** Id of the incident after whose retry the step's effect, which had failed, was asked for again. */
  again?: string;
  /** Number of the attempt of a repeated task. */
  attempt?: number;
  items?: Record<string, ItemState>;
  /** A task that waits for somebody, with its clock paused. */
  paused?: PauseReason;
  /** The deal that a process step started. */
  deal?: string;
}

const started: ReadonlySet<StepStatus> = new Set(['open', 'running', 'waiting']);

/** Whether a step has begun and people, the world or time have it; an offer has not (E4). */
export function isStarted(status: StepStatus): boolean {
  return started.has(status);
}

/** Whether a step's turn has come and has not ended: it is offered, or started. */
export function isUnderWay(status: StepStatus): boolean {
  return status === 'offered' || isStarted(status);
}

/** Item of the attempt that a repeated task is at; the first has none. */
export function attemptOf({ attempt = 1 }: StepState): string | undefined {
  return attempt > 1 ? String(attempt) : undefined;
}
