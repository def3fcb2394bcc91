import { Prisma } from '#prisma/generated/client.ts';
import type { Transaction } from '#prisma/client.ts';
import { AppError } from '../../problem/app-error.ts';
import { ownerRoles } from '../../contract/primitives.ts';

/** Somebody who can take work over, with how much they have in hand. */
export interface Taker {
  id: string;
  load: number;
}

const loads = {
  deals: Prisma.sql`(SELECT count(*)::int FROM deal d
    WHERE d.owner_id = p.id AND d.state IN ('starting', 'open', 'on_hold'))`,
  tasks: Prisma.sql`(SELECT count(*)::int FROM task t
    WHERE t.assignee_id = p.id AND t.state IN ('assigned', 'in_progress'))`,
};

/** Deals belong to people who may own them; work is done by everybody. */
const mayTake = {
  deals: Prisma.sql`p.role = ANY(${ownerRoles}::text[])`,
  tasks: Prisma.sql`true`,
};

/**
 * The one person, or the people of a department who are here now.
 * @throws AppError `unknown-reference` at `handOver.<what>` when there is nobody who can take it
 */
export async function takersOf(
  tx: Transaction,
  what: 'deals' | 'tasks',
  to: { to: 'person'; person: string } | { to: 'pool'; department: string },
  now: Date,
): Promise<Taker[]> {
  const who =
    to.to === 'person'
      ? Prisma.sql`p.id = ${to.person}`
      : Prisma.sql`p.id IN (SELECT person_id FROM department_member WHERE department_key = ${to.department})
          AND NOT EXISTS (SELECT 1 FROM absence a
            WHERE a.person_id = p.id AND a."from" <= ${now} AND a."to" > ${now})`;
  const takers = await tx.$queryRaw<Taker[]>`
    SELECT p.id, ${loads[what]} AS load FROM person p
    WHERE p.active AND ${mayTake[what]} AND ${who} ORDER BY p.id`;
  if (takers.length > 0) return takers;
  throw nobody(what, to);
}

function nobody(
  what: 'deals' | 'tasks',
  to: { to: 'person'; person: string } | { to: 'pool'; department: string },
): AppError {
  const [key, value] = to.to === 'person' ? ['person', to.person] : ['department', to.department];
  const who = to.to === 'person' ? 'No active person' : 'Nobody of this department who is here';
  const message = `${who} can take over the ${what}. Choose another.`;
  const errors = [{ path: `handOver.${what}.${key}`, value, message }];
  return new AppError('unknown-reference', message, { errors });
}

/** Gives each piece to whoever has least by then and may have it; what nobody may have is left out. */
export function share<T extends object>(
  pieces: readonly (T & { notBy?: string[] })[],
  takers: readonly Taker[],
): { piece: T; to: string }[] {
  const load = new Map(takers.map(({ id, load: count }) => [id, count]));
  return pieces.flatMap((piece) => {
    const may = takers.filter(({ id }) => piece.notBy?.includes(id) !== true);
    const least = may.toSorted((a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0))[0];
    if (!least) return [];
    load.set(least.id, (load.get(least.id) ?? 0) + 1);
    return [{ piece, to: least.id }];
  });
}
