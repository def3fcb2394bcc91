import { describe, expect, it } from 'vitest';
import type { Calendar } from '#core/time/calendar.ts';
import { clockUse, leftText } from './time-left.ts';

const day = [{ from: '09:00', to: '17:00' }];
const calendar: Calendar = {
  zone: 'Europe/Warsaw',
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: [],
  revision: 1,
};
/** Wednesday 16 September 2026, 11:30 in Warsaw. */
const now = new Date('2026-09-16T09:30:00Z');
const at = (local: string) => new Date(`${local}:00+02:00`);

describe('leftText', () => {
  it('counts business hours across nights for a due in business time', () => {
    expect(leftText(now, at('2026-09-18T10:44'), 'bd', calendar)).toBe('15.2 bh');
  });

  it('says how long a due is over', () => {
    expect(leftText(now, at('2026-09-15T17:00'), 'bh', calendar)).toBe('2.5 bh over');
  });

  it('counts calendar time for other units', () => {
    expect(leftText(now, at('2026-09-16T14:30'), 'h', calendar)).toBe('3 h');
    expect(leftText(now, at('2026-09-16T12:10'), 'min', calendar)).toBe('40 min');
    expect(leftText(now, at('2026-09-19T11:30'), 'd', calendar)).toBe('3 d');
  });
});

describe('clockUse', () => {
  it('gives used and target in business days', () => {
    const clock = { startedAt: at('2026-09-14T09:00'), dueAt: at('2026-09-18T17:00'), unit: 'bd' };
    expect(clockUse(clock, now, calendar)).toEqual({
      usedRatio: 0.463,
      usedText: '2.3 of 5 bd',
      leftText: '21.5 bh',
      state: 'running',
    });
  });

  it('is overdue after its due, and runs before it', () => {
    const startedAt = at('2026-09-14T09:00');
    const state = (due: string) =>
      clockUse({ startedAt, dueAt: at(due), unit: 'bh' }, now, calendar).state;
    expect(state('2026-09-16T11:00')).toBe('overdue');
    expect(state('2026-09-16T17:00')).toBe('running');
  });
});
