import { calendarSchema } from '#core/time/calendar-schema.ts';
import { isUnread } from '../../../ui/written/unread.ts';
import { calendarOf, type CalendarValues } from './calendar-values.ts';

/** What is wrong with the calendar, by the field of the form; the name and key are the api's to judge. */
export function calendarErrors(values: CalendarValues): Record<string, string> {
  const issues = calendarSchema.safeParse(calendarOf(values)).error?.issues ?? [];
  const found = issues.map(({ path, message }): [string, string] => [path.join('.'), message]);
  return { ...atFields(found), ...unreadDates(values) };
}

function unreadDates({ exceptions }: CalendarValues): Record<string, string> {
  const unread = exceptions.map(({ date }, index) =>
    isUnread(date) ? [[`exceptions.${index}.date`, date.why]] : [],
  );
  return Object.fromEntries(unread.flat()) as Record<string, string>;
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
