import { Temporal } from 'temporal-polyfill';
import type { Calendar } from './calendar.ts';
import { isBusinessUnit, type Duration, type DurationUnit } from './duration.ts';
import { businessDays, dateOf, dayOf, dayOfDate, spansOn } from './open-spans.ts';
import { instantAfter, remainingOf } from './remaining.ts';
import { workingTimeAfter, workingTimeBefore } from './working-time.ts';

const exactMs = { s: 1_000, min: 60_000, h: 3_600_000 } as const;
const msPerHour = exactMs.h;

/**
 * When a duration that starts now is over. All instants are epoch ms; 0 of any unit is the start.
 *
 * - `s`, `min`, `h`: exactly that much later.
 * - `d`: the same local time n days later in the calendar's zone; in a gap forward.
 * - `bh`: the earliest instant at which n hours of working time are consumed: at close, never at
 *   the next opening. A start outside working time costs nothing.
 * - `bd`: the close of the n-th business day whose opening is after the start.
 *
 * @throws RangeError when the duration is negative
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function dueInstant(start: number, duration: Duration, calendar: Calendar): number {
  if (duration.n < 0)
    throw new RangeError(
      `A due time lies after its start, but the duration is ${duration.n} ${duration.unit}. ` +
        `Negative durations are offsets of escalation levels (offsetInstant).`,
    );
  return later(start, duration, calendar);
}

/**
 * Instant of an escalation level, before (n < 0) or after its due. Forward as `dueInstant`.
 * Backward is its mirror:
 *
 * - `bh`: the latest instant from which n hours of working time are left until the due.
 * - `bd`: the opening of the n-th business day, counted back, that closes at or before the due:
 *   the latest instant that leaves n whole business days.
 *
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function offsetInstant(due: number, duration: Duration, calendar: Calendar): number {
  return duration.n < 0 ? earlier(due, duration, calendar) : later(due, duration, calendar);
}

/**
 * Instant of an escalation level given in percent of the time from start to due: -25 is when three
 * quarters are consumed. Working time for `bh` and `bd`, else calendar time. 0 is the due itself,
 * and so is everything when no time lies between start and due.
 *
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function percentInstant(
  start: number,
  due: number,
  percent: number,
  calendar: Calendar,
  unit: DurationUnit,
): number {
  const total = remainingOf(start, due, unit, calendar);
  if (percent === 0 || total === 0) return due;
  const from = percent < 0 ? start : due;
  const ms = Math.ceil((total * (percent < 0 ? Math.max(0, 100 + percent) : percent)) / 100);
  return instantAfter(from, ms, unit, calendar);
}

/**
 * When a date field of the deal is due: the close of that day, or its end (24:00 local) when
 * nobody works on it.
 * @param date 'YYYY-MM-DD'
 */
export function closeOfDate(date: string, calendar: Calendar): number {
  const close = spansOn(dayOfDate(date), calendar).at(-1)?.close;
  if (close !== undefined) return close;
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(calendar.zone)
    .epochMilliseconds;
}

/**
 * The local day, 'YYYY-MM-DD', on which a duration that starts now is over. Working time that ends
 * at midnight ends on the day it was worked.
 *
 * @throws RangeError when the duration is negative
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function dateAfter(start: number, duration: Duration, calendar: Calendar): string {
  const due = dueInstant(start, duration, calendar);
  const last = isBusinessUnit(duration.unit) && due > start ? due - 1 : due;
  return dateOf(dayOf(last, calendar.zone));
}

function later(start: number, { n, unit }: Duration, calendar: Calendar): number {
  if (n === 0) return start;
  switch (unit) {
    case 's':
    case 'min':
    case 'h':
      return start + n * exactMs[unit];
    case 'd':
      return sameTimeOnDay(start, n, calendar.zone);
    case 'bh':
      return workingTimeAfter(start, n * msPerHour, calendar);
    case 'bd':
      return closeOfBusinessDay(start, n, calendar);
  }
}

function earlier(due: number, { n, unit }: Duration, calendar: Calendar): number {
  switch (unit) {
    case 's':
    case 'min':
    case 'h':
      return due + n * exactMs[unit];
    case 'd':
      return sameTimeOnDay(due, n, calendar.zone);
    case 'bh':
      return workingTimeBefore(due, -n * msPerHour, calendar);
    case 'bd':
      return openingOfBusinessDay(due, -n, calendar);
  }
}

function sameTimeOnDay(start: number, days: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).add({ days })
    .epochMilliseconds;
}

function closeOfBusinessDay(start: number, n: number, calendar: Calendar): number {
  const days = businessDays(dayOf(start, calendar.zone), 1, calendar);
  for (let left = n; ;) {
    const { open, close } = days.next().value;
    if (open > start) left -= 1;
    if (left === 0) return close;
  }
}

function openingOfBusinessDay(due: number, n: number, calendar: Calendar): number {
  const days = businessDays(dayOf(due, calendar.zone), -1, calendar);
  for (let left = n; ;) {
    const { open, close } = days.next().value;
    if (close <= due) left -= 1;
    if (left === 0) return open;
  }
}
