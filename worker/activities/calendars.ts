import type { Calendar } from '#core/time/calendar.ts';
import type { Transaction } from '#prisma/client.ts';

/** A calendar with its key, as its row has it. */
export type KeyedCalendar = Calendar & { key: string };

/** Calendars by key; those that are not there are left out. */
export async function readCalendars(
  tx: Transaction,
  keys: string[],
): Promise<Map<string, KeyedCalendar>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.calendar.findMany({ where: { key: { in: keys } } });
  // Checked by the api when they are written.
  return new Map(rows.map((row) => [row.key, row as unknown as KeyedCalendar]));
}
