import { randomId } from '@mantine/hooks';
import { weekdays, type Calendar, type Weekday } from '#core/time/calendar.ts';
import { isUnread, type Unread } from '../../../ui/written/unread.ts';
import type { AdminCalendar } from '../admin-data.ts';
import { intervalsText, parseIntervals } from './week-text.ts';

/** A day that differs from its weekday, as its line in the form has it. */
export interface ExceptionValues {
  /** Of the line, while the form is open. */
  id: string;
  /** 'YYYY-MM-DD'. */
  date: string | Unread | null;
  /** As the hours of a weekday; empty is closed. */
  hours: string;
  name: string;
  /** In a year that is over, when the form opened. */
  past: boolean;
}

export interface CalendarValues {
  key: string;
  name: string;
  zone: string;
  week: Record<Weekday, string>;
  exceptions: ExceptionValues[];
  revision: number;
}

export const zones = Intl.supportedValuesOf('timeZone');

const officeHours = (day: Weekday) => (day === 'sat' || day === 'sun' ? '' : '09:00–17:00');
const forEachDay = <T>(value: (day: Weekday) => T) =>
  Object.fromEntries(weekdays.map((day) => [day, value(day)])) as Record<Weekday, T>;

/** A line of the form; an empty one without arguments. */
export function exceptionLine(given: Partial<ExceptionValues> = {}): ExceptionValues {
  return { id: randomId(), date: null, hours: '', name: '', past: false, ...given };
}

/** Lines in the order of their dates; those without one at the end. */
export function byDate(lines: ExceptionValues[]): ExceptionValues[] {
  const place = ({ date }: ExceptionValues) => (typeof date === 'string' ? date : '9999');
  return lines.toSorted((a, b) => place(a).localeCompare(place(b)));
}

/** The dates that are taken. */
export function datesOf({ exceptions }: CalendarValues): ReadonlySet<string> {
  return new Set(exceptions.map(({ date }) => date).filter((date) => typeof date === 'string'));
}

/** What the form shows; a new calendar begins with office hours in the browser's zone. */
export function formOf(item: AdminCalendar | undefined, now = new Date()): CalendarValues {
  const calendar = item?.calendar;
  const lines = (calendar?.exceptions ?? []).map(({ date, intervals, name = '' }) =>
    exceptionLine({
      date,
      hours: intervalsText(intervals),
      name,
      past: date < `${now.getFullYear()}`,
    }),
  );
  return {
    key: item?.key ?? '',
    name: item?.name ?? '',
    zone: calendar?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: forEachDay((day) => (calendar ? intervalsText(calendar.week[day]) : officeHours(day))),
    exceptions: byDate(lines),
    revision: calendar?.revision ?? 1,
  };
}

/** What is sent, line by line as shown; the schema of the contract names whatever is not valid. */
export function calendarOf(values: CalendarValues): Calendar {
  return {
    zone: values.zone,
    week: forEachDay((day) => parseIntervals(values.week[day])),
    exceptions: values.exceptions.map(({ date, hours, name }) => ({
      date: isUnread(date) ? date.unread : (date ?? ''),
      intervals: parseIntervals(hours),
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    })),
    revision: values.revision,
  };
}
