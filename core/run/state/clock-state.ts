import type { Duration } from '../../time/duration.ts';

/**
 * A deadline being measured: `stage:<stage>:<visit>`, `task:<stage>:<step>:<visit>:<round>`, with
 * the item behind it where there is one, or `process:<clock>:<n>`.
 */
export interface Clock {
  id: string;
  cycle: number;
  /** Id of the stage or rail; '' for a process clock. */
  stage: string;
  step?: string;
  /** Item of an `each`, attempt of a repeated task, approver's part of an approval. */
  item?: string;
  /** Id of the process clock. */
  process?: string;
  startedAt: number;
  /** The duration that its timing gave when it started: of its cases the one that held. */
  after?: Duration;
  /** Absent while the clock is arming (E22), or idle. */
  due?: number;
  /** Due by the duration alone, whatever a date says; absent when it counts to a date only. */
  byTime?: number;
  /** After a pause: so many ms, by the unit of `after`, were left at `from`. */
  left?: { ms: number; from: number };
  /**
   * True while the deadline has neither a time nor a date, and once a task's was dropped: nothing is
   * being measured (E21).
   */
  idle?: true;
  breached: boolean;
  levels: { level: string; at?: number; state: 'armed' | 'fired' | 'superseded' }[];
  /** Why it stands: `hold`, a freeze's id, a task's pause reason, `trigger`. */
  pauses?: string[];
  /** Since when it stands; without `pauses` it goes on, and the world is asked what that gives. */
  pausedAt?: number;
  /** Key of the calendar that it was computed on. */
  calendar?: string;
  /** Somebody has taken note: until then no higher level fires, once (E31). */
  acknowledgedUntil?: number;
  /** The note was taken back: nobody can take another. */
  noteTakenBack?: true;
}
