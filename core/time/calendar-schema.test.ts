import { describe, expect, it } from 'vitest';
import { calendarSchema } from './calendar-schema.ts';
import type { Calendar, Interval } from './calendar.ts';
import { nightShift, office, officeWithLunch } from './testing/sample-calendars.ts';

/** 'path: message' of each problem. */
function problems(calendar: unknown): string[] {
  const parsed = calendarSchema.safeParse(calendar);
  return (parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function withWeek(week: Partial<Calendar['week']>): Calendar {
  return { ...office, week: { ...office.week, ...week } };
}

const at = (from: string, to: string): Interval => ({ from, to });

describe('calendarSchema', () => {
  it.each([
    ['office hours', office],
    ['lunch', officeWithLunch],
    ['night shifts', nightShift],
    ['around the clock', withWeek({ mon: [at('00:00', '24:00')], tue: [at('00:00', '24:00')] })],
    ['a shift up to the next opening', withWeek({ mon: [at('22:00', '33:00')] })],
  ])('accepts %s', (_, calendar) => {
    expect(problems(calendar)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown zone',
      { ...office, zone: 'Europe/Warszawa' },
      'zone: “Europe/Warszawa” is not a time zone. Use a name of the IANA list, such as Europe/Warsaw.',
    ],
    [
      'an offset',
      { ...office, zone: '+02:00' },
      'zone: “+02:00” is not a time zone. Use a name of the IANA list, such as Europe/Warsaw.',
    ],
    [
      'a time without leading zero',
      withWeek({ mon: [at('9:00', '17:00')] }),
      'week.mon.0.from: “9:00” is not a time: write HH:MM from 00:00 to 23:59.',
    ],
    [
      'an end past 48:00',
      withWeek({ mon: [at('09:00', '48:30')] }),
      'week.mon.0.to: “48:30” is not a time: write HH:MM from 00:01 to 48:00.',
    ],
    [
      'a night shift written as 22–06',
      withWeek({ mon: [at('22:00', '06:00')] }),
      'week.mon.0.to: 22:00–06:00 ends before it begins. Past midnight count on: 06:00 of the next day is 30:00.',
    ],
    [
      'an overlap',
      withWeek({ mon: [at('09:00', '13:00'), at('12:00', '17:00')] }),
      'week.mon.1.from: Monday: 12:00–17:00 begins before 09:00–13:00 has ended. Put the intervals in order, or join them.',
    ],
    [
      'a night into the next day',
      withWeek({ mon: [at('22:00', '34:00')] }),
      'week.mon: Monday: 22:00–34:00 reaches past midnight into 09:00–17:00 of Tuesday. Let it end earlier, or let Tuesday begin later.',
    ],
    [
      'a night over the end of the week',
      withWeek({ sun: [at('22:00', '34:00')] }),
      'week.sun: Sunday: 22:00–34:00 reaches past midnight into 09:00–17:00 of Monday. Let it end earlier, or let Monday begin later.',
    ],
    [
      'a date that is none',
      { ...office, exceptions: [{ date: '2026-02-30', intervals: [] }] },
      'exceptions.0.date: “2026-02-30” is not a date: write YYYY-MM-DD.',
    ],
    [
      'a date twice',
      {
        ...office,
        exceptions: [
          { date: '2026-05-01', intervals: [] },
          { date: '2026-05-01', intervals: [] },
        ],
      },
      'exceptions.1.date: 2026-05-01 is listed twice: keep one of them.',
    ],
    [
      'an exception into the next day',
      { ...office, exceptions: [{ date: '2026-09-07', intervals: [at('22:00', '34:00')] }] },
      'exceptions.0.intervals: 2026-09-07: 22:00–34:00 reaches past midnight into 09:00–17:00 of 2026-09-08. Let it end earlier, or let 2026-09-08 begin later.',
    ],
    [
      'a week into an exception',
      { ...nightShift, exceptions: [{ date: '2026-09-08', intervals: [at('05:00', '12:00')] }] },
      'exceptions.0.intervals: 2026-09-07: 22:00–30:00 reaches past midnight into 05:00–12:00 of 2026-09-08. Let it end earlier, or let 2026-09-08 begin later.',
    ],
  ])('refuses %s, naming field, value and remedy', (_, calendar, message) => {
    expect(problems(calendar)).toContain(message);
  });

  it('lists everything that is wrong at once', () => {
    const calendar = withWeek({ mon: [at('22:00', '06:00')], tue: [at('9', '17:00')] });
    expect(problems({ ...calendar, zone: 'Mars' })).toHaveLength(3);
  });

  it('refuses what is no calendar without failing itself', () => {
    expect(
      problems({ zone: 3, week: {}, exceptions: [{ date: 'x', intervals: 'y' }] }),
    ).not.toEqual([]);
  });
});
