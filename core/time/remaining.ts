import type { Calendar } from './calendar.ts';
import { isBusinessUnit, type DurationUnit } from './duration.ts';
import { workedMs, workingTimeAfter } from './working-time.ts';

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
 * time, are consumed. A clock that pauses keeps `remainingOf(pause, due)` and is due at
 * `instantAfter(resume, that)`; when nothing lay between, that is the due it had.
 *
 * @throws RangeError when `ms` is negative
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function instantAfter(
  from: number,
  ms: number,
  unit: DurationUnit,
  calendar: Calendar,
): number {
  if (ms < 0)
    throw new RangeError(
      `A clock cannot have ${ms} ms left: what is left is 0 or more (remainingOf).`,
    );
  return isBusinessUnit(unit) ? workingTimeAfter(from, ms, calendar) : from + ms;
}
