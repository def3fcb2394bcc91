/** Somebody of a department's pool, as things stand now. */
export interface Member {
  person: string;
  /** Skills and territories. */
  tags: readonly string[];
  /** Effort of the open tasks, and how much of it the person can carry; in the same unit. */
  openEffort: number;
  capacity: number;
  /** Whether one more task may be open: the pool's limit of work in progress. */
  hasRoom: boolean;
  /** Whether the person works at all before the task is due; true when it has no due (works-before.ts). */
  worksBeforeDue: boolean;
  /** Epoch ms; null = never. */
  lastAssignedAt: number | null;
}

/** Who is away now, with whoever stands in; null when nobody does or they only may help themselves. */
export type Absences = ReadonlyMap<string, { substitute: string | null }>;

/** What a pool is when a task asks for somebody: rows of the database, or a sample. */
export interface Pool {
  members: readonly Member[];
  absences: Absences;
  /** The member whose turn it was last (round robin); null = nobody's yet. */
  pointer: string | null;
  /** Who did the same step for the same company before. */
  before: string | null;
}

/** What a task asks of a pool. */
export interface PoolAsk {
  by: 'queue' | 'roundRobin' | 'leastLoaded';
  /** Tags that the person must have, all of them. */
  needs: readonly string[];
  notBy: readonly string[];
  sticky: boolean;
}
