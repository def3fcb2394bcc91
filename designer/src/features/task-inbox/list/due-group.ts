import { dayOf } from '../../../lib/day-instant.ts';

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none';

/** The group of the inbox in which a due stands, by the reader's own day; a week ends on Sunday. */
export function dueGroup(dueAt: string | null, now: Date = new Date()): DueGroup {
  if (dueAt === null) return 'none';
  if (new Date(dueAt) < now) return 'overdue';
  const day = dayOf(dueAt);
  if (day === dayOf(now)) return 'today';
  const untilSunday = (7 - now.getDay()) % 7;
  return day <= dayOf(now, untilSunday) ? 'week' : 'later';
}
