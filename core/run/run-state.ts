import type { Value } from '../condition/condition.ts';
import type { Assignee } from '../drawing/people.ts';

/**
 * Where a step of the current visit stands. `offered`: optional, its turn came (E4). `running`: it
 * waits for a mail's result. `ended`: by `port`. `skipped`: all incoming links dead (E1).
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

export interface StepState {
  status: StepStatus;
  round: number;
  port?: string;
  /** True when the step's own work was done, false when it was stepped over. */
  done?: boolean;
  startedAt?: number;
  /** Due instant of a wait; absent while it is arming (E22). */
  timerAt?: number;
  /** Order in which `leave` steps were reached (E9). */
  reached?: number;
  /** Set by an `assign` step before or while the task is open. */
  assign?: Assignee;
  /** True when an optional task was asked for, by a person or by its `mandatory` condition (E4). */
  requested?: true;
  /** Id of the incident after whose retry the step's effect, which had failed, was asked for again. */
  again?: string;
}

/** A deadline being measured: `stage:<stage>:<visit>` or `task:<stage>:<step>:<visit>:<round>`. */
export interface Clock {
  id: string;
  cycle: number;
  stage: string;
  step?: string;
  startedAt: number;
  /** Absent while the clock is arming (E22), or idle. */
  due?: number;
  /** True while the deadline has neither a time nor a date: nothing is being measured (E21). */
  idle?: true;
  breached: boolean;
  levels: { level: string; at?: number; state: 'armed' | 'fired' | 'superseded' }[];
}

export interface Incident {
  id: string;
  step?: string;
  clock?: string;
  /** Link, exit or criterion whose condition failed. */
  element?: string;
  /** Where a step stopped: at its own condition, in its work, or by an effect that failed. */
  at?: 'when' | 'work' | 'effect';
  code: string;
}

/** Everything a run knows: plain JSON, carried over continue-as-new, the same in every shell. */
export interface RunState {
  v: 1;
  status: 'new' | 'open' | 'won' | 'lost';
  /** Id of the current stage; '' before the start. */
  stage: string;
  /** How often each stage was entered; the current visit is `visits[stage]`. */
  visits: Record<string, number>;
  enteredAt: number;
  owner: string | null;
  values: Record<string, Value>;
  isSet: Record<string, true>;
  /** Steps of the current visit, by id. */
  steps: Record<string, StepState>;
  /** Links of the current visit that are resolved. */
  links: Record<string, 'live' | 'dead'>;
  clocks: Clock[];
  incidents: Incident[];
  /** External events since stage entry: name → instant of the latest (E17). */
  events: Record<string, number>;
  /** Counters that make ids unique within the run. */
  counters: { incident: number; reached: number; serial: number };
  outcome?: { kind: 'won' | 'lost'; reasons: string[] };
}
