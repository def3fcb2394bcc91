import type { Absences, Pool as PoolToChoose } from '#core/assignment/pool.ts';
import { worksBefore } from '#core/assignment/works-before.ts';
import type { TaskDue } from '#core/world/world.ts';
import type { Pool } from './pool.ts';

/**
 * A pool as it stands at an instant, for choosing somebody of it. A substitute on standby helps
 * themselves, so nothing is given to them.
 * @param before who did the same step for the same company, by id
 * @param due of the task that they are chosen for
 */
export function poolNow(
  pool: Pool | undefined,
  now: number,
  before: string | null,
  due?: TaskDue,
): PoolToChoose {
  const { members = [], pointer = null } = pool ?? {};
  const away: Absences = new Map(
    members.flatMap(({ id, absences }) => {
      const absence = absences.find(({ from, to }) => from <= now && now < to);
      if (!absence) return [];
      const substitute = absence.mode === 'active' ? absence.substitute : null;
      return [[id, { substitute }] as const];
    }),
  );
  return {
    members: members.map(({ id, tags, capacity, load, lastAssignedAt, absences }) => ({
      person: id,
      tags,
      openEffort: load,
      capacity: capacity ?? 1,
      hasRoom: capacity === null || load < capacity,
      worksBeforeDue: !due || worksBefore(now, due.at, due.calendar, absences),
      lastAssignedAt,
    })),
    absences: away,
    pointer,
    before,
  };
}
