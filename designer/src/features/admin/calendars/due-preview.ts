import { calendarSchema } from '#core/time/calendar-schema.ts';
import type { Calendar } from '#core/time/calendar.ts';
import { dueInstant } from '#core/time/due.ts';
import { NoWorkingTimeError } from '#core/time/no-working-time-error.ts';

const example = { n: 2, unit: 'bd' } as const;

/**
 * A sentence that shows what the calendar does: when two business days from now are over, in its
 * own zone.
 * @param now epoch ms
 */
export function duePreview(calendar: Calendar, now: number): string {
  if (!calendarSchema.safeParse(calendar).success)
    return 'Correct what is marked to see when work would be due.';
  try {
    const due = dueInstant(now, example, calendar);
    return `2 bd from now would be due ${localTime(due, calendar.zone)}.`;
  } catch (error) {
    if (error instanceof NoWorkingTimeError)
      return 'Nobody ever works by this calendar: nothing in business time could be due.';
    throw error;
  }
}

/** `Thu 26 Nov 17:00`; the zone is named when it is not the reader's. */
function localTime(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const text = `${of('weekday')} ${of('day')} ${of('month')} ${of('hour')}:${of('minute')}`;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone === zone;
  return own ? text : `${text} (${zone})`;
}
