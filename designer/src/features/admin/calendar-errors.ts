import { calendarSchema } from '#core/time/calendar-schema.ts';
import { calendarOf, type CalendarValues } from './calendar-values.ts';

/** What is wrong with the calendar, by the field of the form; the name and key are the api's to judge. */
export function calendarErrors(values: CalendarValues): Record<string, string> {
  const issues = calendarSchema.safeParse(calendarOf(values)).error?.issues ?? [];
  return atFields(issues.map(({ path, message }) => [path.join('.'), message]));
}

/** Messages of paths of the request, such as `calendar.week.mon.0.to`, at the fields of the form. */
export function atFields(messages: [path: string, message: string][]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, message] of messages) found[fieldOf(path)] ??= message;
  return found;
}

/** The field that holds what a path of the request names: a day's intervals are one field. */
function fieldOf(path: string): string {
  const [first = '', second, third] = path.replace(/^calendar\./, '').split('.');
  if (first === 'week' && second) return `week.${second}`;
  if (first === 'exceptions' && second)
    return `exceptions.${second}.${third === 'intervals' ? 'hours' : (third ?? 'date')}`;
  return first;
}
