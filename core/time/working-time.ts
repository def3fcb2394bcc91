import type { Calendar } from './calendar.ts';
import { dayOf, reach, spansAfter, spansBefore, spansOn } from './open-spans.ts';

/** Working time between two instants, in ms; 0 when `to` is not after `from`. */
export function workedMs(from: number, to: number, calendar: Calendar): number {
  let worked = 0;
  const last = dayOf(to, calendar.zone);
  let cursor = from;
  for (let day = dayOf(from, calendar.zone) - reach; day <= last; day += 1) {
    for (const { open, close } of spansOn(day, calendar)) {
      worked += Math.max(0, Math.min(close, to) - Math.max(open, cursor));
      cursor = Math.max(cursor, close);
    }
  }
  return worked;
}

/**
 * The earliest instant at which `ms` of working time are consumed: at close, never at the next
 * opening. 0 is the start itself.
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function workingTimeAfter(start: number, ms: number, calendar: Calendar): number {
  if (ms === 0) return start;
  const spans = spansAfter(start, calendar);
  for (let left = ms; ;) {
    const { open, close } = spans.next().value;
    if (left <= close - open) return open + left;
    left -= close - open;
  }
}

/**
 * The latest instant from which `ms` of working time are left until the due.
 * @throws NoWorkingTimeError when the calendar is empty for 4,000 days
 */
export function workingTimeBefore(due: number, ms: number, calendar: Calendar): number {
  const spans = spansBefore(due, calendar);
  for (let left = ms; ;) {
    const { open, close } = spans.next().value;
    if (left <= close - open) return close - left;
    left -= close - open;
  }
}
