import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueInstant, offsetInstant, percentInstant, workedMs } from './due.ts';
import { anyCalendarNear } from './testing/any-calendar.ts';
import { MinuteOracle } from './testing/minute-oracle.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const seed = Number(process.env['PROPERTY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env['PROPERTY_RUNS'] ?? 400);

const anyCase = fc.record({
  place: anyCalendarNear,
  /** Whole minutes from four days before a change of the clocks to four days after. */
  offset: fc.integer({ min: -4 * 1_440, max: 4 * 1_440 }),
  n: fc.integer({ min: 1, max: 30 }),
});

function check(numRuns: number, property: (c: { start: number; n: number } & Place) => void): void {
  fc.assert(
    fc.property(anyCase, ({ place, offset, n }) =>
      property({ ...place, start: place.near + offset * minute, n }),
    ),
    { seed, numRuns },
  );
}
type Place = { calendar: Parameters<typeof dueInstant>[2] };

describe(
  `business time against a count of minutes (PROPERTY_SEED=${seed})`,
  { timeout: 120_000 },
  () => {
    const oracleOf = ({ calendar, start }: Place & { start: number }) => {
      const middle = Math.floor(start / day) * day;
      return new MinuteOracle(calendar, middle - 30 * day, middle + 30 * day);
    };

    it('dues in bh agree', () => {
      check(runs, (c) => {
        const expected = oracleOf(c).minutesAfter(c.start, c.n * 60);
        fc.pre(expected !== undefined);
        expect(dueInstant(c.start, { n: c.n, unit: 'bh' }, c.calendar)).toBe(expected);
      });
    });

    it('dues in bd agree', () => {
      check(runs, (c) => {
        const n = Math.ceil(c.n / 4);
        const expected = oracleOf(c).closeOfDayAfter(c.start, n);
        fc.pre(expected !== undefined);
        expect(dueInstant(c.start, { n, unit: 'bd' }, c.calendar)).toBe(expected);
      });
    });

    it('offsets in -bh agree', () => {
      check(runs, (c) => {
        const expected = oracleOf(c).minutesBefore(c.start, c.n * 60);
        fc.pre(expected !== undefined);
        expect(offsetInstant(c.start, { n: -c.n, unit: 'bh' }, c.calendar)).toBe(expected);
      });
    });

    it('offsets in -bd agree', () => {
      check(runs, (c) => {
        const n = Math.ceil(c.n / 4);
        const expected = oracleOf(c).openingOfDayBefore(c.start, n);
        fc.pre(expected !== undefined);
        expect(offsetInstant(c.start, { n: -n, unit: 'bd' }, c.calendar)).toBe(expected);
      });
    });

    it('consumed working time agrees', () => {
      check(runs, (c) => {
        const to = c.start + c.n * 7 * hour;
        const expected = oracleOf(c).workedMinutes(c.start, to) * minute;
        expect(workedMs(c.start, to, c.calendar)).toBe(expected);
      });
    });
  },
);

describe(`laws of business time (PROPERTY_SEED=${seed})`, { timeout: 120_000 }, () => {
  it('n bh consume n hours, and end inside or at the end of working time', () => {
    check(runs / 4, ({ start, n, calendar }) => {
      const due = dueInstant(start, { n, unit: 'bh' }, calendar);
      expect(workedMs(start, due, calendar)).toBe(n * hour);
      expect(workedMs(due - 1, due, calendar)).toBe(1);
    });
  });

  it('n bh before a due leave n hours, and begin inside or at the start of working time', () => {
    check(runs / 4, ({ start: due, n, calendar }) => {
      const level = offsetInstant(due, { n: -n, unit: 'bh' }, calendar);
      expect(workedMs(level, due, calendar)).toBe(n * hour);
      expect(workedMs(level, level + 1, calendar)).toBe(1);
    });
  });

  it.each(['s', 'min', 'h', 'd', 'bh', 'bd'] as const)(
    'a later start is never due sooner: %s',
    (unit) => {
      check(runs / 4, ({ start, n, calendar }) => {
        const later = start + n * 97 * minute;
        expect(dueInstant(later, { n, unit }, calendar)).toBeGreaterThanOrEqual(
          dueInstant(start, { n, unit }, calendar),
        );
      });
    },
  );

  it.each(['s', 'min', 'h', 'd', 'bh', 'bd'] as const)('more time is due later: %s', (unit) => {
    check(runs / 4, ({ start, n, calendar }) => {
      const due = dueInstant(start, { n, unit }, calendar);
      expect(due).toBeGreaterThan(dueInstant(start, { n: n - 1, unit }, calendar));
    });
  });

  it('levels before the due lie in order between start and due', () => {
    check(runs / 4, ({ start, n, calendar }) => {
      const due = dueInstant(start, { n, unit: 'bh' }, calendar);
      const levels = [-99, -50, -25, 0, 25].map((p) =>
        percentInstant(start, due, p, calendar, 'bh'),
      );
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
      expect(levels[0]).toBeGreaterThanOrEqual(start);
      expect(workedMs(start, levels[1] ?? 0, calendar)).toBe((n * hour) / 2);
    });
  });
});
