import type { Database, Transaction } from '#prisma/client.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';

/** Absences with the people they name, by their beginning. */
export async function readAbsences(
  database: Pick<Database | Transaction, 'absence' | 'person'>,
  where: Prisma.AbsenceWhereInput,
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

/** Everybody who works here, by name: who may stand in. */
export async function listColleagues({ services }: SignedInContext) {
  const select = { id: true, name: true };
  const where = { active: true };
  return {
    items: await services.database.person.findMany({ where, select, orderBy: { name: 'asc' } }),
  };
}

const seesAll = new Set(['admin', 'manager', 'ops']);

/** Absences that have not ended: one's own, those one stands in for, and for those who plan work all. */
export async function listAbsences({ services, actor }: SignedInContext) {
  const own = { OR: [{ personId: actor.id }, { substituteId: actor.id }] };
  const seen = seesAll.has(actor.role) ? {} : own;
  return { items: await readAbsences(services.database, { ...seen, to: { gt: services.now() } }) };
}
