import type { AssignmentReason } from '../run/contract/assignment-reason.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import type { Pool, PoolAsk } from './pool.ts';

/** Who gets a task, and why; `null`: nobody, it waits in the queue. */
export interface Chosen {
  person: string | null;
  why: AssignmentReason;
  /** The member whose turn it was: the pool's new pointer. Absent when it does not move. */
  pointer?: string;
}

/** Chooses somebody of a pool by its strategy: whoever did it before first, if that is asked for. */
export function chooseFromPool(pool: Pool, ask: PoolAsk): Chosen {
  const { found, nobody } = candidatesOf(pool, ask);
  const counts = { pool: pool.members.length, eligible: found.length };
  if (ask.by === 'queue') return { person: null, why: { strategy: 'queue', ...counts } };
  const sticky = ask.sticky ? found.find(({ member }) => member.person === pool.before) : undefined;
  const strategy = sticky ? 'sticky' : ask.by;
  const chosen = sticky ?? next(found, pool, ask.by);
  if (!chosen) {
    return { person: null, why: { strategy, ...counts, ...(nobody ? { nobody } : {}) } };
  }
  const { member, person } = chosen;
  const onBehalfOf = person === member.person ? {} : { onBehalfOf: member.person };
  return {
    person,
    why: { strategy, ...counts, ...onBehalfOf },
    ...(strategy === 'roundRobin' ? { pointer: member.person } : {}),
  };
}

function next(found: Candidate[], pool: Pool, by: PoolAsk['by']): Candidate | undefined {
  return by === 'roundRobin' ? afterPointer(found, pool.pointer) : leastLoaded(found);
}

/** The next one by id after the member whose turn it was last, and round again. */
function afterPointer(found: Candidate[], pointer: string | null): Candidate | undefined {
  return found.find(({ member }) => pointer === null || member.person > pointer) ?? found[0];
}

/** Least open effort by capacity; of equals who was assigned something longest ago, then by id. */
function leastLoaded(found: Candidate[]): Candidate | undefined {
  const load = ({ member }: Candidate) => member.openEffort / member.capacity;
  const last = ({ member }: Candidate) => member.lastAssignedAt ?? -Infinity;
  const isBefore = (a: Candidate, b: Candidate) =>
    load(a) < load(b) || (load(a) === load(b) && last(a) < last(b));
  return found.reduce<Candidate | undefined>(
    (best, one) => (best && !isBefore(one, best) ? best : one),
    undefined,
  );
}
