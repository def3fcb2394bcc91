import type { Calendar } from '#core/time/calendar.ts';
import type { Transaction } from '#prisma/client.ts';

/** A calendar with its key, as its row has it. */
export type KeyedCalendar = Calendar & { key: string };

/** So many revisions are kept in memory; the one used longest ago gives way. */
const KEPT = 50;
const kept = new Map<string, KeyedCalendar>();

/**
 * Calendars by their keys, each in its newest revision; those that do not exist are absent. A
 * revision never changes, so it is read once and stays one object: what core/time worked out of it
 * is worked out once.
 */
export async function readCalendars(
  tx: Pick<Transaction, 'calendar'>,
  keys: string[],
): Promise<Map<string, KeyedCalendar>> {
  if (keys.length === 0) return new Map();
  const where = { key: { in: [...new Set(keys)] } };
  const current = await tx.calendar.findMany({ where, select: { key: true, revision: true } });
  const found = new Map<string, KeyedCalendar>();
  for (const row of current) {
    const calendar = kept.get(nameOf(row));
    if (calendar) found.set(row.key, calendar);
  }
  const unread = current.map(({ key }) => key).filter((key) => !found.has(key));
  for (const calendar of await readRows(tx, unread)) found.set(calendar.key, calendar);
  for (const calendar of found.values()) keep(calendar);
  return found;
}

async function readRows(
  tx: Pick<Transaction, 'calendar'>,
  keys: string[],
): Promise<KeyedCalendar[]> {
  if (keys.length === 0) return [];
  // Checked by the api when they are written.
  return (await tx.calendar.findMany({
    where: { key: { in: keys } },
  })) as unknown as KeyedCalendar[];
}

function keep(calendar: KeyedCalendar): void {
  kept.delete(nameOf(calendar));
  kept.set(nameOf(calendar), calendar);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

function nameOf({ key, revision }: { key: string; revision: number }): string {
  return `${key} ${revision}`;
}
