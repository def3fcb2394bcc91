import { describe, expect, it } from 'vitest';
import { closeOfDate, dateAfter, dueInstant, offsetInstant, percentInstant } from './due.ts';
import { NoWorkingTimeError } from './no-working-time-error.ts';
import { at, duration, shown } from './testing/local-time.ts';
import {
  calendarOf,
  nightShift,
  office,
  officeWithLunch,
  workdays,
} from './testing/sample-calendars.ts';
import { workedMs } from './working-time.ts';

const hour = 3_600_000;

describe('dueInstant, business-time vectors', () => {
  it.each([
    ['V1', 'DST weekend', office, '2026-03-27 16:00', '2bh', '2026-03-30 10:00+02:00'],
    ['V2', 'Easter Monday off', office, '2026-04-03 16:00', '2bh', '2026-04-07 10:00+02:00'],
    ['V3', 'ends at close', office, '2026-09-07 09:00', '8bh', '2026-09-07 17:00+02:00'],
    ['V4', 'starts on Saturday', office, '2026-09-12 15:00', '2bh', '2026-09-14 11:00+02:00'],
    ['V5', 'lunch', officeWithLunch, '2026-09-07 11:00', '4bh', '2026-09-07 16:00+02:00'],
    ['V6', 'shift of 7 h', nightShift, '2026-03-28 22:00', '8bh', '2026-03-29 23:00+02:00'],
    ['V7', 'shift of 9 h', nightShift, '2026-10-24 22:00', '8bh', '2026-10-25 05:00+01:00'],
    ['V8', 'Thursday off', office, '2026-06-03 15:00', '4bh', '2026-06-05 11:00+02:00'],
    ['V10', 'within hours', office, '2026-09-11 13:40', '1bd', '2026-09-14 17:00+02:00'],
    ['V10', 'after close', office, '2026-09-11 18:30', '1bd', '2026-09-14 17:00+02:00'],
    ['V10', 'before opening', office, '2026-09-11 08:30', '1bd', '2026-09-11 17:00+02:00'],
    ['V12', 'Christmas', office, '2026-12-23 16:30', '1bh', '2026-12-28 09:30+01:00'],
  ])('%s: %s', (_, __, calendar, start, length, due) => {
    expect(shown(dueInstant(at(start), duration(length), calendar))).toBe(due);
  });

  it('V1 is 08:00 UTC', () => {
    const due = dueInstant(at('2026-03-27 16:00'), duration('2bh'), office);
    expect(new Date(due).toISOString()).toBe('2026-03-30T08:00:00.000Z');
  });
});

describe('dueInstant', () => {
  it.each(['s', 'min', 'h', 'd', 'bh', 'bd'] as const)('0 %s is the start', (unit) => {
    const start = at('2026-09-12 15:00');
    expect(dueInstant(start, { n: 0, unit }, office)).toBe(start);
  });

  it.each([
    ['90s', 90_000],
    ['15min', 900_000],
    ['24h', 24 * hour],
  ])('%s is exact over a change of the clocks', (length, ms) => {
    const start = at('2026-03-28 12:00');
    expect(dueInstant(start, duration(length), office)).toBe(start + ms);
  });

  it('1d is the same local time when the day has 23 hours', () => {
    const due = dueInstant(at('2026-03-28 12:00'), duration('1d'), office);
    expect(shown(due)).toBe('2026-03-29 12:00+02:00');
  });

  it('1d into the hour that does not exist goes forward', () => {
    const due = dueInstant(at('2026-03-28 02:30'), duration('1d'), office);
    expect(shown(due)).toBe('2026-03-29 03:30+02:00');
  });

  it('a business day that opens exactly at the start does not count', () => {
    const due = dueInstant(at('2026-09-07 09:00'), duration('1bd'), office);
    expect(shown(due)).toBe('2026-09-08 17:00+02:00');
  });

  it('a night shift over midnight counts for the day it begins on', () => {
    const due = dueInstant(at('2026-09-07 12:00'), duration('2bd'), nightShift);
    expect(shown(due)).toBe('2026-09-09 06:00+02:00');
  });

  it('starts inside the shift of the evening before', () => {
    const due = dueInstant(at('2026-09-08 05:00'), duration('2bh'), nightShift);
    expect(shown(due)).toBe('2026-09-08 23:00+02:00');
  });

  it('an interval inside the hour that does not exist begins when the clocks have moved', () => {
    const calendar = calendarOf('Europe/Warsaw', [{ from: '02:30', to: '05:00' }]);
    const due = dueInstant(at('2026-03-29 00:00'), duration('1bh'), calendar);
    expect(shown(due)).toBe('2026-03-29 04:30+02:00');
  });

  it('an interval over the doubled hour opens at the first and closes at the second', () => {
    const calendar = calendarOf('Europe/Warsaw', [{ from: '02:00', to: '02:30' }]);
    expect(workedMs(at('2026-10-25 00:00'), at('2026-10-25 12:00'), calendar)).toBe(1.5 * hour);
  });

  it('an exception replaces the day, and its own hours count', () => {
    const calendar = {
      ...office,
      exceptions: [{ date: '2026-09-12', intervals: [{ from: '10:00', to: '12:00' }] }],
    };
    expect(shown(dueInstant(at('2026-09-11 17:00'), duration('1bd'), calendar))).toBe(
      '2026-09-12 12:00+02:00',
    );
  });

  it('a day that the zone skipped is no business day: Friday 2011-12-30 in Apia', () => {
    const calendar = calendarOf('Pacific/Apia', [{ from: '09:00', to: '17:00' }], workdays);
    const due = dueInstant(at('2011-12-29 12:00', calendar.zone), duration('1bd'), calendar);
    expect(shown(due, calendar.zone)).toBe('2012-01-02 17:00+14:00');
  });

  it('a night over a day that the zone skipped goes on in the day after it', () => {
    const calendar = calendarOf('Pacific/Apia', [{ from: '22:00', to: '30:00' }], ['thu']);
    const due = dueInstant(at('2011-12-31 01:00', calendar.zone), duration('2bh'), calendar);
    expect(shown(due, calendar.zone)).toBe('2011-12-31 03:00+14:00');
  });

  it('a night that a change of the clocks stretches ends where the next day opens', () => {
    const calendar = {
      ...calendarOf('Europe/Warsaw', [{ from: '22:00', to: '26:30' }], ['sat']),
      exceptions: [{ date: '2026-03-29', intervals: [{ from: '03:00', to: '03:15' }] }],
    };
    const due = dueInstant(at('2026-03-28 20:00'), duration('1bd'), calendar);
    expect(shown(due)).toBe('2026-03-29 03:00+02:00');
  });

  it('refuses a negative duration', () => {
    expect(() => dueInstant(0, { n: -4, unit: 'bh' }, office)).toThrow(/-4 bh.*offsetInstant/);
  });

  it.each(['bh', 'bd'] as const)('a calendar without hours is refused (%s)', (unit) => {
    const never = calendarOf('Europe/Warsaw', []);
    const start = at('2026-09-07 09:00');
    expect(() => dueInstant(start, { n: 1, unit }, never)).toThrow(NoWorkingTimeError);
    expect(() => offsetInstant(start, { n: -1, unit }, never)).toThrow(/Add hours to a weekday/);
  });

  it('finds the one working day within 4,000 days', () => {
    const rare = {
      ...calendarOf('UTC', []),
      exceptions: [{ date: '2036-01-01', intervals: [{ from: '00:00', to: '24:00' }] }],
    };
    const due = dueInstant(at('2026-01-01 00:00', 'UTC'), duration('1bh'), rare);
    expect(shown(due, 'UTC')).toBe('2036-01-01 01:00+00:00');
  });
});

describe('offsetInstant', () => {
  it.each([
    ['-4bh', '2026-09-07 17:00', '2026-09-07 13:00+02:00'],
    ['-1bh', '2026-09-07 10:00', '2026-09-07 09:00+02:00'],
    ['-2bh', '2026-09-07 10:00', '2026-09-04 16:00+02:00'],
    ['-8bh', '2026-09-07 17:00', '2026-09-07 09:00+02:00'],
    ['-1bd', '2026-09-07 17:00', '2026-09-07 09:00+02:00'],
    ['-2bd', '2026-09-07 17:00', '2026-09-04 09:00+02:00'],
    ['-1bd', '2026-09-07 12:00', '2026-09-04 09:00+02:00'],
    ['-1d', '2026-03-30 02:30', '2026-03-29 03:30+02:00'],
    ['-30min', '2026-09-07 09:10', '2026-09-07 08:40+02:00'],
    ['+4bh', '2026-09-07 17:00', '2026-09-08 13:00+02:00'],
    ['+1bd', '2026-09-07 17:00', '2026-09-08 17:00+02:00'],
    ['0h', '2026-09-07 17:00', '2026-09-07 17:00+02:00'],
  ])('%s of %s', (offset, due, level) => {
    expect(shown(offsetInstant(at(due), duration(offset), office))).toBe(level);
  });
});

describe('percentInstant', () => {
  const start = at('2026-09-07 09:00');
  const due = at('2026-09-08 17:00');

  it.each([
    [-25, 'bd', '2026-09-08 13:00+02:00'],
    [-50, 'bh', '2026-09-07 17:00+02:00'],
    [-99, 'bh', '2026-09-07 09:09+02:00'],
    [0, 'bh', '2026-09-08 17:00+02:00'],
    [25, 'bh', '2026-09-09 13:00+02:00'],
    [-25, 'h', '2026-09-08 09:00+02:00'],
    [100, 'd', '2026-09-10 01:00+02:00'],
  ] as const)('%i %% in %s', (percent, unit, level) => {
    expect(shown(percentInstant(start, due, percent, office, unit))).toBe(level);
  });

  it('is the due itself when no time lies between start and due', () => {
    expect(percentInstant(due, due, -25, office, 'bh')).toBe(due);
    expect(percentInstant(due, start, -25, office, 'h')).toBe(start);
  });
});

describe('closeOfDate', () => {
  it('is the close of a working day', () => {
    expect(shown(closeOfDate('2026-09-07', officeWithLunch))).toBe('2026-09-07 17:00+02:00');
  });

  it('is the end of a day on which nobody works', () => {
    expect(shown(closeOfDate('2026-09-12', office))).toBe('2026-09-13 00:00+02:00');
  });
});

describe('dateAfter', () => {
  it.each([
    ['2026-09-07 23:30', '3 d', office, '2026-09-10'],
    ['2026-09-11 16:00', '1 bd', office, '2026-09-14'],
    ['2026-09-11 16:00', '2 h', office, '2026-09-11'],
    ['2026-09-07 10:00', '0 d', office, '2026-09-07'],
  ] as const)('from %s, %s later', (start, text, calendar, date) => {
    expect(dateAfter(at(start), duration(text), calendar)).toBe(date);
  });

  it('is the day that was worked when working time ends at midnight', () => {
    const always = calendarOf('UTC', [{ from: '00:00', to: '24:00' }]);
    expect(dateAfter(at('2026-09-07 12:00', 'UTC'), duration('1 bd'), always)).toBe('2026-09-08');
  });

  it('is the local day of the calendar’s zone', () => {
    const start = at('2026-09-07 23:30', 'UTC');
    expect(dateAfter(start, duration('1 h'), office)).toBe('2026-09-08');
  });
});
