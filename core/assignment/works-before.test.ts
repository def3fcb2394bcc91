import { describe, expect, it } from 'vitest';
import { at } from '../time/testing/local-time.ts';
import { calendarOf } from '../time/testing/sample-calendars.ts';
import { worksBefore } from './works-before.ts';

const calendar = calendarOf('Europe/Warsaw', [{ from: '08:00', to: '16:00' }]);
const on = (day: string) => at(`2026-11-${day}`);
const away = (from: string, to: string) => ({ from: on(from), to: on(to) });
const monday = on('23 10:00');

describe('working time before a due', () => {
  it('is what absences leave of it', () => {
    const due = on('24 12:00');
    const has = (...absences: ReturnType<typeof away>[]) =>
      worksBefore(monday, due, calendar, absences);
    expect(has()).toBe(true);
    expect(has(away('23 11:00', '30 08:00'))).toBe(true);
    expect(has(away('23 00:00', '24 11:00'))).toBe(true);
    expect(has(away('23 00:00', '24 12:00'))).toBe(false);
    expect(has(away('24 08:00', '25 08:00'), away('20 08:00', '23 17:00'))).toBe(false);
  });

  it('is not asked for where the calendar has none, or the due has passed', () => {
    const absent = [away('20 00:00', '30 00:00')];
    expect(worksBefore(on('23 18:00'), on('24 07:00'), calendar, absent)).toBe(true);
    expect(worksBefore(monday, monday - 1, calendar, absent)).toBe(true);
  });
});
