import type { Calendar } from './calendar.ts';
import { workedMs } from './due.ts';
import { isBusinessUnit, type DurationUnit } from './duration.ts';
import { spansAfter } from './open-spans.ts';

/**
 * What a clock has left at an instant, in ms: working time for `bh` and `bd`, else calendar time
 * (E19). 0 when the due has passed. Instants are epoch ms.
 */
export function remainingOf(
  from: number,
  due: number,
  unit: DurationUnit,
  calendar: Calendar,
): number {
  return isBusinessUnit(unit) ? workedMs(from, due, calendar) : Math.max(0, due - from);
}

/**
 * The inverse of `remainingOf`: the earliest instant at which `ms` of working time, or of calendar
 * time, are consumed.
 *
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function instantAfter(
  from: number,
  ms: number,
  unit: DurationUnit,
  calendar: Calendar,
): number {
  if (!isBusinessUnit(unit) || ms === 0) return from + ms;
  const spans = spansAfter(from, calendar);
  for (let left = ms; ;) {
    const { open, close } = spans.next().value;
    if (left <= close - open) return open + left;
    left -= close - open;
  }
}
