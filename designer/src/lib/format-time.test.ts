import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatTime } from './format-time.ts';

const now = new Date(2026, 8, 16, 11, 30);

describe('formatInstant', () => {
  it('names the weekday, the day and the time', () => {
    expect(formatInstant(new Date(2026, 8, 18, 10, 44), now)).toBe('Fri 18 Sep 10:44');
  });
  it('says today, tomorrow and yesterday by the calendar, not by 24 hours', () => {
    expect(formatInstant(new Date(2026, 8, 16, 0, 5), now)).toBe('today 00:05');
    expect(formatInstant(new Date(2026, 8, 17, 23, 59), now)).toBe('tomorrow 23:59');
    expect(formatInstant(new Date(2026, 8, 15, 23, 59), now)).toBe('yesterday 23:59');
  });
  it('adds the year when it is another one', () => {
    expect(formatInstant(new Date(2027, 0, 4, 9, 0), now)).toBe('Mon 4 Jan 2027 09:00');
  });
  it('counts days right across the change to winter time', () => {
    const evening = new Date(2026, 9, 24, 23, 0);
    expect(formatInstant(new Date(2026, 9, 25, 23, 30), evening)).toBe('tomorrow 23:30');
  });
});

describe('formatDay', () => {
  it('reads a calendar day in no zone', () => {
    expect(formatDay('2026-09-21', now)).toBe('Mon 21 Sep');
    expect(formatDay('2026-09-16', now)).toBe('today');
  });
});

describe('formatTime', () => {
  it('pads hours and minutes', () => {
    expect(formatTime(new Date(2026, 8, 16, 9, 5))).toBe('09:05');
  });
});
