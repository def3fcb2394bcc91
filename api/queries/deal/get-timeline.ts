import type { Fact } from '#core/run/contract/fact.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { readCalendars, type Calendars } from '../calendars/calendars.ts';
import { levelKey, readContext, type NamesAndTexts } from '../timeline/read-context.ts';
import type { SentenceContext } from '../timeline/sentence.ts';
import { describeFact } from '../timeline/describe-fact.ts';
import { versionOfRun } from '../timeline/version-of-run.ts';
import type { Version } from '../process/versions.ts';

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

function tellingOf(
  runNo: number,
  version: Version,
  calendars: Calendars,
  { people, departments, deals, written, levels }: NamesAndTexts,
): Omit<SentenceContext, 'actor'> {
  return {
    drawing: version.drawing,
    nameOf: (id) => people.get(id) ?? 'Somebody',
    departmentOf: (key) => departments.get(key)?.name ?? key,
    toldOf: (of) => levels.get(`${runNo}/${levelKey(of)}`) ?? [],
    dealOf: (id) => deals.get(id) ?? 'Another deal',
    textOf(submission, part = 'text') {
      const text = submission ? written.get(submission)?.[part] : undefined;
      return typeof text === 'string' ? text : null;
    },
    zoneOf: (department) =>
      calendars.of(
        (department && departments.get(department)?.calendarKey) || null,
        version.drawing.calendar,
      ).zone,
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
    database.deal.findUnique({
      where: { id: dealId },
      select: { id: true, runNo: true, versionId: true },
    }),
    database.$queryRaw<FactRow[]>`
      SELECT run_no, seq, n, at, actor_id, data FROM run_fact
      WHERE deal_id = ${dealId} ${before(input.cursor)}
      ORDER BY run_no DESC, seq DESC, n DESC LIMIT ${limit + 1}`,
    readCalendars(database),
  ]);
  if (!deal) throw notFound('deal', dealId);
  const shown = rows.slice(0, limit);
  const facts = shown.map(({ data }) => data);
  const actors = shown.map((row) => row.actor_id);
  const [versionOf, told] = await Promise.all([
    versionOfRun(database, deal),
    readContext(database, dealId, facts, actors),
  ]);
  const items = shown.map((row) => {
    const version = versionOf(row.run_no);
    return itemOf(row, tellingOf(row.run_no, version, calendars, told));
  });
  const last = shown.at(-1);
  return { items, next: rows.length > limit && last ? idOf(last) : null };
}

const idOf = ({ run_no, seq, n }: FactRow) => `${run_no}-${seq}-${n}`;

function itemOf(row: FactRow, context: Omit<SentenceContext, 'actor'>) {
  const name = row.actor_id === null ? null : context.nameOf(row.actor_id);
  const { when, ...told } = describeFact({ ...context, actor: name ?? 'The process' }, row.data);
  return {
    id: idOf(row),
    at: row.at.toISOString(),
    actor: row.actor_id === null ? null : { id: row.actor_id, name: name ?? '' },
    type: row.data.type,
    ...told,
    when: when ? { ...when, at: new Date(when.at).toISOString() } : null,
  };
}
