import { weekdays, type Calendar, type Weekday } from '#core/time/calendar.ts';
import type { AdminCalendar } from './admin-data.ts';
import { intervalsText, parseIntervals } from './week-text.ts';

export interface CalendarValues {
  key: string;
  name: string;
  zone: string;
  week: Record<Weekday, string>;
  /** One exception a line: date, intervals, name. */
  exceptions: string;
  revision: number;
}

export const zones = Intl.supportedValuesOf('timeZone');

const officeHours = (day: Weekday) => (day === 'sat' || day === 'sun' ? '' : '09:00–17:00');
const forEachDay = <T>(value: (day: Weekday) => T) =>
  Object.fromEntries(weekdays.map((day) => [day, value(day)])) as Record<Weekday, T>;

/** What the form shows; a new calendar begins with office hours in the browser's zone. */
export function formOf(item: AdminCalendar | undefined): CalendarValues {
  const calendar = item?.calendar;
  return {
    key: item?.key ?? '',
    name: item?.name ?? '',
    zone: calendar?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: forEachDay((day) => (calendar ? intervalsText(calendar.week[day]) : officeHours(day))),
    exceptions: (calendar?.exceptions ?? [])
      .map(({ date, intervals, name }) =>
        [date, intervalsText(intervals), name].filter(Boolean).join(' '),
      )
      .join('\n'),
    revision: calendar?.revision ?? 1,
  };
}

/** What is sent; the schema of the contract names whatever is not valid. */
export function calendarOf(values: CalendarValues): Calendar {
  return {
    zone: values.zone,
    week: forEachDay((day) => parseIntervals(values.week[day])),
    exceptions: values.exceptions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map(exceptionOf),
    revision: values.revision,
  };
}

const exceptionLine = /^(\S+)\s*((?:\d{1,2}:\d{2}\s*[–-]\s*\d{1,2}:\d{2}(?:,\s*)?)*)\s*(.*)$/;

function exceptionOf(line: string): Calendar['exceptions'][number] {
  const [, date = line, intervals = '', name = ''] = exceptionLine.exec(line) ?? [];
  return { date, intervals: parseIntervals(intervals), ...(name === '' ? {} : { name }) };
}
