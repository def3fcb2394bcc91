import { weekdays, type Calendar, type Interval, type Weekday } from '../calendar.ts';

/** Polish public holidays of 2026 that fall on working days or matter to the vectors. */
const polishHolidays2026 = [
  '2026-01-01',
  '2026-01-06',
  '2026-04-06',
  '2026-05-01',
  '2026-06-04',
  '2026-11-11',
  '2026-12-24',
  '2026-12-25',
  '2026-12-26',
];

/** A calendar with the same intervals on the given days. */
export function calendarOf(
  zone: string,
  intervals: Interval[],
  days: readonly Weekday[] = weekdays,
  holidays: string[] = [],
): Calendar {
  const on = (day: Weekday) => (days.includes(day) ? intervals : []);
  return {
    zone,
    week: {
      mon: on('mon'),
      tue: on('tue'),
      wed: on('wed'),
      thu: on('thu'),
      fri: on('fri'),
      sat: on('sat'),
      sun: on('sun'),
    },
    exceptions: holidays.map((date) => ({ date, intervals: [] })),
    revision: 1,
  };
}

export const workdays = weekdays.slice(0, 5);
const warsaw = (intervals: Interval[]) =>
  calendarOf('Europe/Warsaw', intervals, workdays, polishHolidays2026);

/** Monday to Friday 9–17, Europe/Warsaw, Polish holidays. */
export const office = warsaw([{ from: '09:00', to: '17:00' }]);
/** The same with lunch from 12 to 13. */
export const officeWithLunch = warsaw([
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]);
/** 22:00 to 06:00, every day, Europe/Warsaw. */
export const nightShift = calendarOf('Europe/Warsaw', [{ from: '22:00', to: '30:00' }]);
