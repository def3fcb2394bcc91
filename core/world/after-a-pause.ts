import type { Calendar } from '../time/calendar.ts';
import { closeOfDate, offsetInstant } from '../time/due.ts';
import type { Duration, DurationUnit } from '../time/duration.ts';
import { instantAfter, remainingOf } from '../time/remaining.ts';

/**
 * Where an instant lies after a pause from `at` to `from`: what was left of it then is left of it
 * now, in working or calendar time by its unit. What had passed stays where it was (E19).
 */
export function shifted(
  instant: number,
  at: number,
  from: number,
  unit: DurationUnit,
  calendar: Calendar,
): number {
  if (instant < at) return instant;
  return instantAfter(from, remainingOf(at, instant, unit, calendar), unit, calendar);
}

/** What was left of a due when a pause began, in ms. */
export function stillLeft(
  { due, at }: { due: number; at: number },
  unit: DurationUnit,
  calendar: Calendar,
): number {
  return remainingOf(at, due, unit, calendar);
}

/** The instant that lies a duration, which may be negative, from the close of a date. */
export function afterDate(date: string, duration: Duration, calendar: Calendar): number {
  return offsetInstant(closeOfDate(date, calendar), duration, calendar);
}
