/** A time in which a person is away; instants are epoch ms, `to` is the first at which they are back. */
export interface PoolAbsence {
  from: number;
  to: number;
  substitute: string | null;
  mode: 'active' | 'standby';
}

export interface PoolMember {
  id: string;
  tags: string[];
  /** How many open tasks the person has at most; null: no limit. */
  capacity: number | null;
  /** Tasks that are open in their hands. */
  load: number;
  /** When they were last given a task of this pool, epoch ms. */
  lastAssignedAt: number | null;
  /** Those that have not ended. */
  absences: PoolAbsence[];
}

/** People of a department, ordered by id, and whose turn it was last. */
export interface Pool {
  members: PoolMember[];
  pointer: string | null;
}
