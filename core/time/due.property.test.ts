import { describe, expect, it } from 'vitest';
import { dueInstant, offsetInstant, percentInstant } from './due.ts';
import { instantAfter, remainingOf } from './remaining.ts';
import { seed } from '../testing/random-cases.ts';
import { checkAnswers } from './testing/check-cases.ts';
import type { MinuteOracle } from './testing/minute-oracle.ts';
import { sameTimeAfter } from './testing/wall-clock.ts';
import { workedMs } from './working-time.ts';

const minute = 60_000;
const hour = 60 * minute;

/** The end of `ms` of working time from an instant on, inside the minute that holds it. */
function workedOff(oracle: MinuteOracle, from: number, ms: number): number | undefined {
  const minutes = Math.ceil(ms / minute);
  const end = oracle.minutesAfter(from, minutes);
  return end === undefined ? undefined : end - (minutes * minute - ms);
}

const title = `business time against a count of minutes (PROPERTY_SEED=${seed})`;
describe(title, { timeout: 1_800_000 }, () => {
  it('dues in h agree', () => {
    checkAnswers(({ calendar, start, n }) => [
      dueInstant(start, { n, unit: 'h' }, calendar),
      start + n * hour,
    ]);
  });

  it('dues in d agree', () => {
    checkAnswers(({ calendar, start, n }) => [
      dueInstant(start, { n, unit: 'd' }, calendar),
      sameTimeAfter(start, n, calendar.zone),
    ]);
  });

  it('dues in bh agree', () => {
    checkAnswers(({ calendar, oracle, start, n }) => [
      dueInstant(start, { n, unit: 'bh' }, calendar),
      oracle.minutesAfter(start, n * 60),
    ]);
  });

  it('dues in bd agree', () => {
    checkAnswers(({ calendar, oracle, start, n }) => {
      const days = Math.ceil(n / 4);
      const due = dueInstant(start, { n: days, unit: 'bd' }, calendar);
      return [due, oracle.closeOfDayAfter(start, days)];
    });
  });

  it.each(['h', 'd'] as const)('offsets in -%s agree', (unit) => {
    checkAnswers(({ calendar, start, n }) => [
      offsetInstant(start, { n: -n, unit }, calendar),
      unit === 'h' ? start - n * hour : sameTimeAfter(start, -n, calendar.zone),
    ]);
  });

  it('offsets in -bh agree', () => {
    checkAnswers(({ calendar, oracle, start, n }) => [
      offsetInstant(start, { n: -n, unit: 'bh' }, calendar),
      oracle.minutesBefore(start, n * 60),
    ]);
  });

  it('offsets in -bd agree', () => {
    checkAnswers(({ calendar, oracle, start, n }) => {
      const days = Math.ceil(n / 4);
      const level = offsetInstant(start, { n: -days, unit: 'bd' }, calendar);
      return [level, oracle.openingOfDayBefore(start, days)];
    });
  });

  it.each(['bh', 'bd'] as const)('offsets in +%s agree', (unit) => {
    checkAnswers(({ calendar, oracle, start, n: many }) => {
      const n = Math.ceil(many / 4);
      const level = offsetInstant(start, { n, unit }, calendar);
      const after =
        unit === 'bh' ? oracle.minutesAfter(start, n * 60) : oracle.closeOfDayAfter(start, n);
      return [level, after];
    });
  });

  it.each(['bh', 'bd'] as const)('percents before and after a due in %s agree', (unit) => {
    checkAnswers(({ calendar, oracle, start, n, percent }) => {
      const due = start + n * 5 * hour;
      const total = oracle.workedMinutes(start, due);
      if (total === undefined) return [0, undefined];
      const after = n % 2 === 0 && percent > 0;
      const signed = after ? percent : percent - 100;
      const actual = percentInstant(start, due, signed, calendar, unit);
      if (signed === 0 || total === 0) return [actual, due];
      return [actual, workedOff(oracle, after ? due : start, (total * minute * percent) / 100)];
    });
  });

  it('percents of calendar time agree', () => {
    checkAnswers(({ calendar, start, n, percent }) => {
      const due = start + n * 5 * hour;
      const level = percentInstant(start, due, percent - 100, calendar, 'd');
      return [level, start + (n * 5 * hour * percent) / 100];
    });
  });

  it('consumed working time agrees', () => {
    checkAnswers(({ calendar, oracle, start, n, percent }) => {
      const to = start + (n * 7 - percent) * hour;
      const worked = oracle.workedMinutes(start, to);
      return [workedMs(start, to, calendar), worked && worked * minute];
    });
  });

  it.each(['bh', 'bd'] as const)('what a paused clock in %s has left agrees', (unit) => {
    checkAnswers(({ calendar, oracle, start, n, percent }) => {
      const due = start + (n * 7 - percent) * hour;
      const left = oracle.workedMinutes(start, due);
      return [remainingOf(start, due, unit, calendar), left && left * minute];
    });
  });

  it.each(['bh', 'bd'] as const)('the due of a clock in %s that goes on agrees', (unit) => {
    checkAnswers(({ calendar, oracle, start, n, percent }) => {
      const minutes = n * percent;
      const due = instantAfter(start, minutes * minute, unit, calendar);
      return [due, oracle.minutesAfter(start, minutes)];
    });
  });

  it.each(['h', 'd'] as const)('a clock in %s keeps calendar time through a pause', (unit) => {
    checkAnswers(({ calendar, start, n, percent }) => {
      const left = remainingOf(start, start + n * hour, unit, calendar);
      expect(left).toBe(n * hour);
      const resumed = start + percent * minute;
      return [instantAfter(resumed, left, unit, calendar), resumed + n * hour];
    });
  });
});
