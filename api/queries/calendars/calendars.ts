import type { Calendar } from '#core/time/calendar.ts';
import type { Database } from '#prisma/client.ts';

/** The organisation's calendars, and which one applies. */
export interface Calendars {
  /** Of a department, else of the process; an always open one when neither is there any more. */
  of(departmentCalendar: string | null, processCalendar: string): Calendar;
}

const always = [{ from: '00:00', to: '24:00' }];
/** Stands in for a calendar that was removed: a page must not fail for it. */
const open: Calendar = {
  zone: 'UTC',
  week: {
    mon: always,
    tue: always,
    wed: always,
    thu: always,
    fri: always,
    sat: always,
    sun: always,
  },
  exceptions: [],
  revision: 0,
};

/** Reads all calendars; there are few. */
export async function readCalendars(database: Pick<Database, 'calendar'>): Promise<Calendars> {
  const rows = await database.calendar.findMany();
  const byKey = new Map(
    rows.map(({ key, zone, week, exceptions, revision }) => [
      key,
      { zone, week, exceptions, revision } as unknown as Calendar,
    ]),
  );
  return {
    of: (department, process) =>
      (department === null ? undefined : byKey.get(department)) ?? byKey.get(process) ?? open,
  };
}
