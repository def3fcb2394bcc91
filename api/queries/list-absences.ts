import type { Database, Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../edge/request-context.ts';

/** Absences with the people they name, by their beginning. */
export async function readAbsences(
  database: Pick<Database | Transaction, 'absence' | 'person'>,
  where: { id?: string; personId?: string; to?: { gt: Date } },
) {
  const rows = await database.absence.findMany({
    where,
    orderBy: [{ from: 'asc' }, { id: 'asc' }],
  });
  const ids = rows.flatMap(({ personId, substituteId }) => [personId, substituteId ?? personId]);
  const people = await database.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const ref = (id: string) => people.find((person) => person.id === id) ?? { id, name: '' };
  return rows.map((row) => ({
    id: row.id,
    person: ref(row.personId),
    from: row.from.toISOString(),
    to: row.to.toISOString(),
    substitute: row.substituteId === null ? null : ref(row.substituteId),
    mode: row.mode as 'active' | 'standby',
    delegateAuthority: row.delegateAuthority,
    note: row.note,
    revision: row.revision,
  }));
}

const seesAll = new Set(['admin', 'manager', 'ops']);

/** Absences that have not ended: one's own, and for those who plan work everybody's. */
export async function listAbsences({ services, actor }: SignedInContext) {
  const own = seesAll.has(actor.role) ? {} : { personId: actor.id };
  return { items: await readAbsences(services.database, { ...own, to: { gt: services.now() } }) };
}
