import type { Fact } from '#core/run/contract/fact.ts';
import type { Database } from '#prisma/client.ts';

/** What facts name by id, read at once: people, departments, other deals, and what people wrote. */
export interface NamesAndTexts {
  people: Map<string, string>;
  departments: Map<string, { name: string; calendarKey: string | null }>;
  deals: Map<string, string>;
  written: Map<string, Record<string, unknown>>;
  /** Names of those told by a level, by the number of the run and `levelKey`. */
  levels: Map<string, string[]>;
}

/** Key under which a level told people, of one clock in one cycle; a run that was reopened has the same ones. */
export function levelKey({
  clock,
  cycle,
  level,
}: Record<'clock' | 'level', string> & { cycle: number }): string {
  return `level:${clock}:${cycle}:${level}`;
}

export async function readContext(
  database: Database,
  dealId: string,
  facts: Fact[],
  actors: (string | null)[],
): Promise<NamesAndTexts> {
  const [people, departments, deals, written, levels] = await Promise.all([
    names(database, [...actors, ...facts.flatMap(peopleOf)]),
    readDepartments(database),
    dealNumbers(database, facts),
    texts(database, dealId, facts),
    toldByLevels(database, dealId, facts),
  ]);
  return { people, departments, deals, written, levels };
}

function peopleOf(fact: Fact): (string | null | undefined)[] {
  if (fact.type === 'OwnerSet') return [fact.owner];
  return fact.type === 'TaskAssigned' ? [fact.person, fact.why.onBehalfOf] : [];
}

async function names(database: Database, given: (string | null | undefined)[]) {
  const ids = [...new Set(given.filter((id) => typeof id === 'string'))];
  const rows = await database.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function readDepartments(database: Database) {
  const rows = await database.department.findMany({
    select: { key: true, name: true, calendarKey: true },
  });
  return new Map(rows.map(({ key, ...department }) => [key, department]));
}

async function dealNumbers(database: Database, facts: Fact[]) {
  const ids = facts.flatMap((fact) =>
    fact.type === 'ProcessStarted' || fact.type === 'ProcessEnded' ? [fact.deal] : [],
  );
  if (ids.length === 0) return new Map<string, string>();
  const rows = await database.deal.findMany({
    where: { id: { in: ids } },
    select: { id: true, number: true },
  });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Whom levels told, by a line in the bell or by a digest. */
async function toldByLevels(database: Database, dealId: string, facts: Fact[]) {
  const keys = facts.flatMap((fact) => (fact.type === 'Escalated' ? [levelKey(fact)] : []));
  const told = new Map<string, string[]>();
  if (keys.length === 0) return told;
  const rows = await database.notification.findMany({
    where: { dealId, kind: { in: ['escalation', 'inDigest'] } },
    select: { runNo: true, key: true, personId: true },
    orderBy: { at: 'asc' },
  });
  const of = new Set(keys);
  const found = rows.flatMap(({ runNo, key, personId }) => {
    const level = key.slice(0, -personId.length - 1);
    return of.has(level) ? [{ level: `${runNo}/${level}`, personId }] : [];
  });
  const known = await names(
    database,
    found.map(({ personId }) => personId),
  );
  for (const { level, personId } of found) {
    told.set(level, [...(told.get(level) ?? []), known.get(personId) ?? 'Somebody']);
  }
  return told;
}

/** Ids of the submissions whose free text a fact refers to. */
function submissionsOf(fact: Fact): string[] {
  const { reason, note } = fact as { reason?: string; note?: string | null };
  return [reason, note].filter((id): id is string => typeof id === 'string');
}

async function texts(database: Database, dealId: string, facts: Fact[]) {
  const ids = facts.flatMap(submissionsOf);
  if (ids.length === 0) return new Map<string, Record<string, unknown>>();
  const rows = await database.submission.findMany({
    where: { id: { in: ids }, dealId },
    select: { id: true, values: true },
  });
  return new Map(rows.map(({ id, values }) => [id, values as Record<string, unknown>]));
}
