import type { Directory } from '#core/definition/directory.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { dueInstant } from '#core/time/due.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../edge/request-context.ts';

type Reader = Pick<Database | Transaction, '$queryRaw' | 'person' | 'calendar'>;

interface DepartmentRow {
  key: string;
  name: string;
  members: number;
  lead: string | null;
  calendar: string | null;
}

/** True when a due can be computed with the calendar. */
function hasWorkingTime(calendar: Calendar, now: Date): boolean {
  try {
    dueInstant(now.getTime(), { n: 1, unit: 'bh' }, calendar);
    return true;
  } catch {
    return false;
  }
}

/** What a drawing may refer to. Order of the queries is that of a transaction: one after another. */
export async function readDirectory(database: Reader, now: Date) {
  const departments = await database.$queryRaw<DepartmentRow[]>`
    SELECT d.key, d.name, d.lead_id AS lead, d.calendar_key AS calendar,
      (SELECT count(*)::int FROM department_member m JOIN person p ON p.id = m.person_id AND p.active
        WHERE m.department_key = d.key) AS members
    FROM department d ORDER BY d.name`;
  const people = await database.person.findMany({
    orderBy: { name: 'asc' },
    select: { id: true, name: true, active: true },
  });
  const rows = await database.calendar.findMany({ orderBy: { name: 'asc' } });
  const calendars = rows.map((row) => ({
    key: row.key,
    name: row.name,
    workingTime: hasWorkingTime(row as unknown as Calendar, now),
  }));
  return { departments, people, calendars } satisfies Directory;
}

export async function getDirectory({ services }: SignedInContext) {
  return readDirectory(services.database, services.now());
}
