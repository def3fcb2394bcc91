import { describe, expect, it } from 'vitest';
import { dueInstant, offsetInstant, percentInstant } from './due.ts';
import { durationUnits } from './duration.ts';
import { instantAfter, remainingOf } from './remaining.ts';
import { seed } from '../testing/random-cases.ts';
import { checkCases } from './testing/check-cases.ts';
import { workedMs } from './working-time.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Laws hold between whole minutes too. */
const odd = 12_345;

describe(`laws of business time (PROPERTY_SEED=${seed})`, { timeout: 1_800_000 }, () => {
  it('n bh consume n hours, and end inside or at the end of working time', () => {
    checkCases(({ start, n, calendar }) => {
      const due = dueInstant(start + odd, { n, unit: 'bh' }, calendar);
      expect(workedMs(start + odd, due, calendar)).toBe(n * hour);
      expect(workedMs(due - 1, due, calendar)).toBe(1);
    });
  });

  it('n bh before a due leave n hours, and begin inside or at the start of working time', () => {
    checkCases(({ start, n, calendar }) => {
      const due = start + odd;
      const level = offsetInstant(due, { n: -n, unit: 'bh' }, calendar);
      expect(workedMs(level, due, calendar)).toBe(n * hour);
      expect(workedMs(level, level + 1, calendar)).toBe(1);
    });
  });

  // Not d: a local time inside a gap moves forward, past those that follow the gap.
  it.each(['s', 'min', 'h', 'bh', 'bd'] as const)(
    'a later start is never due sooner: %s',
    (unit) => {
      checkCases(({ start, n, calendar }) => {
        const later = start + n * 97 * minute;
        expect(dueInstant(later, { n, unit }, calendar)).toBeGreaterThanOrEqual(
          dueInstant(start, { n, unit }, calendar),
        );
      });
    },
  );

  it.each(durationUnits)('more time is due later: %s', (unit) => {
    checkCases(({ start, n, calendar }) => {
      const dues = [n - 1, n, n + 1].map((of) => dueInstant(start, { n: of, unit }, calendar));
      const [less = 0, due = 0, more = 0] = dues;
      // Into a day that never came 1 d and 2 d are the same.
      if (unit === 'd') expect(dues).toEqual(dues.toSorted((a, b) => a - b));
      else expect(due).toBeGreaterThan(less);
      expect(more).toBeGreaterThan(less);
    });
  });

  it('levels before the due lie in order between start and due', () => {
    checkCases(({ start, n, calendar }) => {
      const due = dueInstant(start, { n, unit: 'bh' }, calendar);
      const levels = [-99, -50, -25, 0, 25].map((p) =>
        percentInstant(start, due, p, calendar, 'bh'),
      );
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(levels[0]).toBeGreaterThanOrEqual(start);
      expect(workedMs(start, levels[1] ?? 0, calendar)).toBe((n * hour) / 2);
    });
  });

  it.each(durationUnits)('pauses of no length leave the due where it is: %s', (unit) => {
    checkCases(({ start, n, percent, calendar }) => {
      const due = dueInstant(start + odd, { n, unit }, calendar);
      let moved = due;
      for (const part of [0, percent / 200, percent / 100, 1]) {
        const pause = start + odd + Math.floor((due - start - odd) * part);
        moved = instantAfter(pause, remainingOf(pause, moved, unit, calendar), unit, calendar);
      }
      expect(moved).toBe(due);
    });
  });

  it.each(['bh', 'bd', 'h'] as const)('what is left over a pause is left after it: %s', (unit) => {
    checkCases(({ start, n, percent, calendar }) => {
      const due = dueInstant(start, { n, unit }, calendar);
      const left = remainingOf(start + odd, due, unit, calendar);
      const resumed = start + odd + percent * hour;
      const moved = instantAfter(resumed, left, unit, calendar);
      expect(moved).toBeGreaterThanOrEqual(due);
      expect(remainingOf(resumed, moved, unit, calendar)).toBe(left);
    });
  });
});
