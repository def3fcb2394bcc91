import type { Calendar } from '../time/calendar.ts';
import { workedMs } from '../time/working-time.ts';

/** A time in which somebody is away; epoch ms, `to` is the first instant at which they are back. */
export interface Away {
  from: number;
  to: number;
}

/**
 * Whether somebody has working time between now and a due; instants are epoch ms. True as well where
 * nobody has any, since the due has passed or lies before the next opening: it tells them not apart.
 */
export function worksBefore(
  now: number,
  due: number,
  calendar: Calendar,
  absences: readonly Away[],
): boolean {
  const works = (from: number, to: number) => workedMs(from, to, calendar) > 0;
  if (!works(now, due)) return true;
  let free = now;
  for (const { from, to } of [...absences].sort((a, b) => a.from - b.from)) {
    if (works(free, Math.min(from, due))) return true;
    free = Math.max(free, to);
  }
  return works(free, due);
}
