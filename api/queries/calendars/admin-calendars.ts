import type { Calendar } from '#core/time/calendar.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';

/** Calendars with the departments and live processes that use them; all, or the one with a key. */
export async function readCalendarPages(
  database: Pick<Database | Transaction, '$queryRaw'>,
  key?: string,
) {
  const rows = await database.$queryRaw<
    (Calendar & { key: string; name: string; used_by: string[] })[]
  >`
    SELECT c.key, c.name, c.zone, c.week, c.exceptions, c.revision,
      coalesce((SELECT array_agg(u.name ORDER BY u.name) FROM (
        SELECT d.name FROM department d WHERE d.calendar_key = c.key
        UNION SELECT p.name FROM process p WHERE p.draft->>'calendar' = c.key
      ) u), '{}') AS used_by
    FROM calendar c WHERE ${key ?? null}::text IS NULL OR c.key = ${key ?? null} ORDER BY c.name, c.key`;
  return rows.map(({ key: id, name, used_by, zone, week, exceptions, revision }) => ({
    key: id,
    name,
    calendar: { zone, week, exceptions, revision },
    usedBy: used_by,
  }));
}

export async function listCalendars({ services }: SignedInContext) {
  return { items: await readCalendarPages(services.database) };
}
