/**
 * A deadline being measured: `stage:<stage>:<visit>`, `task:<stage>:<step>:<visit>:<round>[:<item>]` or
 * `process:<clock>:<n>`.
 */
export interface Clock {
  id: string;
  cycle: number;
  /** Id of the stage or rail; '' for a process clock. */
  stage: string;
  step?: string;
  /** Item of an `each`: every item has its own. */
  item?: string;
  /** Id of the process clock. */
  process?: string;
  startedAt: number;
  /** Absent while the clock is arming (E22), or idle. */
  due?: number;
  /**
   * True while the deadline has neither a time nor a date, and once a task's was dropped: nothing is
   * being measured (E21).
   */
  idle?: true;
  breached: boolean;
  levels: { level: string; at?: number; state: 'armed' | 'fired' | 'superseded' }[];
  /** Why it stands: `hold`, a freeze's id, a task's pause reason, `trigger`. */
  pauses?: string[];
  pausedAt?: number;
  /** Key of the calendar that it was computed on. */
  calendar?: string;
  /** Somebody has taken note: until then no higher level fires, once. */
  acknowledgedUntil?: number;
}
