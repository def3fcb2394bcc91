import { Prisma } from '#prisma/generated/client.ts';
import { dayIn } from '../../describe/day-in.ts';

export interface DealFilter {
  process: string;
  q?: string | undefined;
  /** An id, or `nobody`. */
  owner?: string | undefined;
  due?: 'overdue' | 'today' | undefined;
  /** Whose day `today` is. */
  zone?: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first instant of tomorrow in a zone, to within an hour of a clock change. */
export function endOfToday(now: Date, zone: string): Date {
  const today = dayIn(now, zone);
  let [low, high] = [now.getTime(), now.getTime() + DAY_MS + 3_600_000];
  while (high - low > 1000) {
    const middle = (low + high) / 2;
    if (dayIn(new Date(middle), zone) === today) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** A deal that nobody who is here owns (E30). The ARRAY lets both sides be found by their index. */
export const isWithoutOwner = Prisma.sql`(d.owner_id IS NULL
  OR d.owner_id = ANY(ARRAY(SELECT id FROM person WHERE NOT active)))`;

/** Conditions on `d` beside its stage and state. */
export function dealFilter(filter: DealFilter, now: Date, tomorrow: Date): Prisma.Sql {
  const parts = [Prisma.sql`d.process_key = ${filter.process}`];
  if (filter.owner === 'nobody') parts.push(isWithoutOwner);
  else if (filter.owner !== undefined) parts.push(Prisma.sql`d.owner_id = ${filter.owner}`);
  if (filter.due === 'overdue') parts.push(Prisma.sql`d.stage_due_at < ${now}`);
  if (filter.due === 'today')
    parts.push(Prisma.sql`d.stage_due_at >= ${now} AND d.stage_due_at < ${tomorrow}`);
  const q = filter.q?.trim().toLowerCase();
  if (q) parts.push(Prisma.sql`d.search LIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}`);
  return Prisma.join(parts, ' AND ');
}
