import { z } from 'zod';
import { minutesOf, weekdays, type Calendar, type Interval, type Weekday } from './calendar.ts';

const dayNames: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};
const minutesPerDay = 1_440;

const time = (pattern: RegExp, range: string) =>
  z.string().regex(pattern, {
    error: ({ input }) => `“${String(input)}” is not a time: write HH:MM from ${range}.`,
  });

const intervalSchema = z
  .object({
    from: time(/^([01]\d|2[0-3]):[0-5]\d$/, '00:00 to 23:59'),
    to: time(/^([0-3]\d|4[0-7]):[0-5]\d$|^48:00$/, '00:01 to 48:00'),
  })
  .refine(({ from, to }) => minutesOf(from) < minutesOf(to), {
    path: ['to'],
    error: ({ input }) => {
      const { from, to } = input as Interval;
      return `${from}–${to} ends before it begins. Past midnight count on: 06:00 of the next day is 30:00.`;
    },
  });

const zoneSchema = z.string().refine(isZone, {
  error: ({ input }) =>
    `“${String(input)}” is not a time zone. Use a name of the IANA list, such as Europe/Warsaw.`,
});

const dateSchema = z.iso.date({
  error: ({ input }) => `“${String(input)}” is not a date: write YYYY-MM-DD.`,
});

const intervals = z.array(intervalSchema).max(12, 'A day has at most 12 intervals.');

const shape = z.object({
  zone: zoneSchema,
  week: z.object({
    mon: intervals,
    tue: intervals,
    wed: intervals,
    thu: intervals,
    fri: intervals,
    sat: intervals,
    sun: intervals,
  }),
  exceptions: z
    .array(
      z.object({
        date: dateSchema,
        intervals,
        name: z.string().max(80, 'The name of a day has at most 80 characters.').optional(),
      }),
    )
    .max(2_000, 'A calendar has at most 2,000 exceptions: remove those of past years.'),
  revision: z.number().int().min(0),
});

/**
 * A calendar as people edit it. Besides the shape: a known zone, intervals in order and apart
 * (past midnight too), one exception a date. Messages name the value and the remedy; the path
 * names the field.
 */
export const calendarSchema = shape.superRefine(checkCalendar);

/** A calendar in a file that a person writes: without exceptions and revision there are none. */
export const calendarFileSchema = shape
  .extend({
    $schema: z.string().optional(),
    exceptions: shape.shape.exceptions.default([]),
    revision: shape.shape.revision.default(0),
  })
  .superRefine(checkCalendar);

function checkCalendar(calendar: Calendar, context: z.RefinementCtx): void {
  const add = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  for (const day of weekdays) checkOrder(calendar.week[day], ['week', day], dayNames[day], add);
  for (const [index, day] of weekdays.entries()) {
    const next = weekdays[(index + 1) % 7] ?? 'mon';
    checkNight(calendar.week[day], calendar.week[next], dayNames[day], dayNames[next], (message) =>
      add(['week', day], message),
    );
  }
  checkExceptions(calendar, add);
}

type Add = (path: (string | number)[], message: string) => void;

function checkOrder(day: Interval[], path: (string | number)[], name: string, add: Add): void {
  for (const [index, interval] of day.entries()) {
    const before = day[index - 1];
    if (before && minutesOf(interval.from) < minutesOf(before.to))
      add(
        [...path, index, 'from'],
        `${name}: ${text(interval)} begins before ${text(before)} has ended. ` +
          `Put the intervals in order, or join them.`,
      );
  }
}

/** The last interval of a day must have ended when the first of the next day begins. */
function checkNight(
  day: Interval[],
  next: Interval[],
  name: string,
  nextName: string,
  add: (message: string) => void,
): void {
  const [last, first] = [day.at(-1), next[0]];
  if (last && first && minutesOf(last.to) - minutesPerDay > minutesOf(first.from))
    add(
      `${name}: ${text(last)} reaches past midnight into ${text(first)} of ${nextName}. ` +
        `Let it end earlier, or let ${nextName} begin later.`,
    );
}

function checkExceptions({ week, exceptions }: Calendar, add: Add): void {
  const byDate = new Map(exceptions.map((exception) => [exception.date, exception.intervals]));
  const seen = new Set<string>();
  for (const [index, { date, intervals: own }] of exceptions.entries()) {
    if (seen.has(date))
      add(['exceptions', index, 'date'], `${date} is listed twice: keep one of them.`);
    seen.add(date);
    if (Number.isNaN(Date.parse(date))) continue;
    const path = ['exceptions', index, 'intervals'];
    checkOrder(own, path, date, add);
    const on = (day: string) => byDate.get(day) ?? week[weekdayOf(day)];
    const [before, after] = [neighbour(date, -1), neighbour(date, 1)];
    checkNight(on(before), own, before, date, (message) => add(path, message));
    // A neighbour that is an exception too is checked when its own turn comes.
    if (!byDate.has(after))
      checkNight(own, on(after), date, after, (message) => add(path, message));
  }
}

function neighbour(date: string, days: number): string {
  return new Date(Date.parse(date) + days * minutesPerDay * 60_000).toISOString().slice(0, 10);
}

function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(date).getUTCDay() + 6) % 7] ?? 'mon';
}

function text({ from, to }: Interval): string {
  return `${from}–${to}`;
}

/** Names only: an offset such as +02:00 would be right for half of the year. */
function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
