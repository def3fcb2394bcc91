import { describe, expect, it } from 'vitest';
import { NoWorkingTimeError } from './no-working-time-error.ts';
import { instantAfter, remainingOf } from './remaining.ts';
import { at, shown } from './testing/local-time.ts';
import { calendarOf, office } from './testing/sample-calendars.ts';

const hour = 3_600_000;
const due = at('2026-09-14 12:00');

describe('a clock that is paused', () => {
  it.each([
    ['bh', '2026-09-11 15:00', 5],
    ['bd', '2026-09-11 15:00', 5],
    ['bh', '2026-09-12 15:00', 3],
    ['h', '2026-09-11 15:00', 69],
    ['d', '2026-09-11 15:00', 69],
    ['bh', '2026-09-14 12:00', 0],
    ['h', '2026-09-15 12:00', 0],
  ] as const)('in %s has at %s %i hours left', (unit, pause, hours) => {
    expect(remainingOf(at(pause), due, unit, office)).toBe(hours * hour);
  });

  it.each([
    ['bh', 5, '2026-09-18 16:00', '2026-09-21 13:00+02:00'],
    ['bd', 8, '2026-09-21 09:00', '2026-09-21 17:00+02:00'],
    ['h', 69, '2026-09-18 16:00', '2026-09-21 13:00+02:00'],
    ['bh', 0, '2026-09-19 10:00', '2026-09-19 10:00+02:00'],
  ] as const)('in %s with %i hours left goes on at %s and is due at %s', (unit, hours, on, to) => {
    expect(shown(instantAfter(at(on), hours * hour, unit, office))).toBe(to);
  });

  it('keeps working time over a change of the clocks', () => {
    const left = remainingOf(at('2026-03-27 16:00'), at('2026-03-30 10:00'), 'bh', office);
    expect(shown(instantAfter(at('2026-10-23 16:00'), left, 'bh', office))).toBe(
      '2026-10-26 10:00+01:00',
    );
  });

  it('cannot have less than nothing left', () => {
    expect(() => instantAfter(due, -1, 'bh', office)).toThrow(/-1 ms left.*remainingOf/);
  });

  it('needs working time to go on', () => {
    const never = calendarOf('Europe/Warsaw', []);
    expect(() => instantAfter(due, 1, 'bd', never)).toThrow(NoWorkingTimeError);
  });
});
