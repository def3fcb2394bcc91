import { Prisma } from '#prisma/generated/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { readCalendars } from '../calendars/calendars.ts';
import { decodeCursor, pageOf, type Position } from '../cursor.ts';
import { toDealCard } from './deal-card.ts';
import { dealFilter, endOfToday, type DealFilter } from './deal-filter.ts';
import { selectDeals, type DealRow } from '../deal/deal-row.ts';
import { liveVersion } from '../process/live-version.ts';
import { findVersions } from '../process/versions.ts';

interface Input extends DealFilter {
  stage?: string | undefined;
  state: 'open' | 'won' | 'lost' | 'finished';
  cursor?: string | undefined;
  limit: number;
}

function after(state: Input['state'], position: Position | undefined): Prisma.Sql {
  if (!position) return Prisma.empty;
  const { at, id } = position;
  if (state !== 'open') return Prisma.sql`AND (d.closed_at, d.id) < (${at}, ${id})`;
  if (at === null) return Prisma.sql`AND d.stage_due_at IS NULL AND d.id > ${id}`;
  return Prisma.sql`AND ((d.stage_due_at, d.id) > (${at}, ${id}) OR d.stage_due_at IS NULL)`;
}

/** A page of deals: open ones, held ones among them, by urgency, closed ones by end, newest first. */
export async function listDeals({ services }: SignedInContext, input: Input) {
  const { database } = services;
  const now = services.now();
  const [live, calendars] = await Promise.all([
    liveVersion(database, input.process),
    readCalendars(database),
  ]);
  const tomorrow = endOfToday(now, input.zone ?? calendars.of(null, live.drawing.calendar).zone);
  const stage = input.stage === undefined ? Prisma.empty : Prisma.sql`AND d.stage = ${input.stage}`;
  const order =
    input.state === 'open'
      ? Prisma.sql`d.stage_due_at ASC NULLS LAST, d.id`
      : Prisma.sql`d.closed_at DESC, d.id DESC`;
  const rows = await database.$queryRaw<DealRow[]>`
    ${selectDeals}
    WHERE d.state = ANY(${input.state === 'open' ? ['open', 'on_hold'] : [input.state]}::text[]) AND ${dealFilter(input, now, tomorrow)} ${stage}
      ${after(input.state, decodeCursor(input.cursor))}
    ORDER BY ${order} LIMIT ${input.limit + 1}`;
  const versions = await findVersions(
    database,
    rows.map((row) => row.version_id),
  );
  return pageOf(
    rows,
    input.limit,
    (row) => ({ at: input.state === 'open' ? row.stage_due_at : row.closed_at, id: row.id }),
    (row) => toDealCard(row, { version: versions.get(row.version_id) ?? live, calendars, now }),
  );
}
