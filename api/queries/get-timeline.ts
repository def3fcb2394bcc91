import type { Fact } from '#core/run/fact.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Database } from '#prisma/client.ts';
import type { SignedInContext } from '../edge/request-context.ts';
import { AppError, notFound } from '../problem/app-error.ts';
import { instantText } from '../words/instant-text.ts';
import { readCalendars } from './calendars.ts';
import type { Telling } from './timeline/sentence.ts';
import { tell } from './timeline/tell.ts';
import { findVersion, type Version } from './versions.ts';

interface FactRow {
  run_no: number;
  seq: number;
  n: number;
  at: Date;
  actor_id: string | null;
  data: Fact;
}

const cursorPattern = /^(\d{1,6})-(\d{1,9})-(\d{1,6})$/;

function before(cursor: string | undefined): Prisma.Sql {
  if (cursor === undefined) return Prisma.empty;
  const match = cursorPattern.exec(cursor);
  if (!match) {
    const message = 'This is not the `next` of an earlier page.';
    throw new AppError('invalid-input', message, { errors: [{ path: 'cursor', message }] });
  }
  const [runNo, seq, n] = match.slice(1).map(Number);
  return Prisma.sql`AND (run_no, seq, n) < (${runNo}::int, ${seq}::int, ${n}::int)`;
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

async function names(database: Database, facts: Fact[], actors: (string | null)[]) {
  const owners = facts.flatMap((fact) => (fact.type === 'OwnerSet' ? [fact.owner] : []));
  const ids = [...new Set([...actors, ...owners].filter((id) => id !== null))];
  const rows = await database.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function departmentNames(database: Database) {
  const rows = await database.department.findMany({ select: { key: true, name: true } });
  return new Map(rows.map(({ key, name }) => [key, name]));
}

function tellingOf(
  version: Version,
  zone: string,
  people: Map<string, string>,
  departments: Map<string, string>,
  written: Map<string, Record<string, unknown>>,
): Omit<Telling, 'actor'> {
  return {
    drawing: version.drawing,
    nameOf: (id) => people.get(id) ?? 'Somebody',
    departmentOf: (key) => departments.get(key) ?? key,
    textOf(submission, part = 'text') {
      const text = submission ? written.get(submission)?.[part] : undefined;
      return typeof text === 'string' ? text : null;
    },
    instant: (at) => instantText(new Date(at), zone),
  };
}

/** A page of a deal's timeline, newest first: facts as sentences, with who acted. */
export async function getTimeline(
  { services }: SignedInContext,
  input: { dealId: string; cursor?: string | undefined; limit: number },
) {
  const { database } = services;
  const { dealId, limit } = input;
  const [deal, rows, calendars] = await Promise.all([
    database.deal.findUnique({ where: { id: dealId }, select: { versionId: true } }),
    database.$queryRaw<FactRow[]>`
      SELECT run_no, seq, n, at, actor_id, data FROM run_fact
      WHERE deal_id = ${dealId} ${before(input.cursor)}
      ORDER BY run_no DESC, seq DESC, n DESC LIMIT ${limit + 1}`,
    readCalendars(database),
  ]);
  if (!deal) throw notFound('deal', dealId);
  const shown = rows.slice(0, limit);
  const facts = shown.map(({ data }) => data);
  const [version, people, departments, written] = await Promise.all([
    findVersion(database, deal.versionId),
    names(
      database,
      facts,
      shown.map((row) => row.actor_id),
    ),
    departmentNames(database),
    texts(database, dealId, facts),
  ]);
  const { zone } = calendars.of(null, version.drawing.calendar);
  const telling = tellingOf(version, zone, people, departments, written);
  const idOf = ({ run_no, seq, n }: FactRow) => `${run_no}-${seq}-${n}`;
  const items = shown.map((row) => {
    const name = row.actor_id === null ? null : telling.nameOf(row.actor_id);
    const told = tell({ ...telling, actor: name ?? 'The process' }, row.data);
    return {
      id: idOf(row),
      at: row.at.toISOString(),
      actor: row.actor_id === null ? null : { id: row.actor_id, name: name ?? '' },
      type: row.data.type,
      ...told,
    };
  });
  const last = shown.at(-1);
  return { items, next: rows.length > limit && last ? idOf(last) : null };
}
