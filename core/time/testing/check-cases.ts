import fc from 'fast-check';
import { expect } from 'vitest';
import type { Calendar } from '../calendar.ts';
import { anyCalendarNear } from './any-calendar.ts';
import { MinuteOracle } from './minute-oracle.ts';
import { runsOr, seed } from '../../testing/random-cases.ts';

const minute = 60_000;
const day = 1_440 * minute;

const runs = runsOr(250);

/** So many questions are asked of one calendar: its oracle is what costs. */
const questionsEach = 25;

/** One question to a calendar. */
export interface Case {
  calendar: Calendar;
  /** Epoch ms, a whole minute from four days before a change of the clocks to four days after. */
  start: number;
  /** 1 to 30, of whatever unit. */
  n: number;
  /** A second whole number from 0 to 100. */
  percent: number;
}

/** What core/time says and what the oracle says; undefined is beyond its window. */
type Compare = (
  one: Case & { oracle: MinuteOracle },
) => [actual: number, expected: number | undefined];

const questions = fc.array(
  fc.record({
    offset: fc.integer({ min: -4 * 1_440, max: 4 * 1_440 }),
    n: fc.integer({ min: 1, max: 30 }),
    percent: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: questionsEach, maxLength: questionsEach },
);

/** Tries a sentence on random calendars near changes of the clocks. */
export function checkCases(sentence: (one: Case & { near: number }) => void): void {
  const property = fc.property(anyCalendarNear, questions, ({ calendar, near }, asked) => {
    for (const { offset, n, percent } of asked)
      sentence({ calendar, near, start: near + offset * minute, n, percent });
  });
  // A counterexample is made smaller for so long at most; a good run takes a tenth of it.
  const interruptAfterTimeLimit = 20_000 + 5 * runs;
  const limit = { interruptAfterTimeLimit, markInterruptAsFailure: true };
  fc.assert(property, { seed, numRuns: Math.ceil(runs / questionsEach), ...limit });
}

/** Expects the same answers as the oracle's, and that it has most of them. */
export function checkAnswers(compare: Compare): void {
  const count = { asked: 0, answered: 0 };
  const oracles = new WeakMap<Calendar, MinuteOracle>();
  checkCases(({ near, ...one }) => {
    const oracle =
      oracles.get(one.calendar) ?? new MinuteOracle(one.calendar, near - 30 * day, near + 30 * day);
    oracles.set(one.calendar, oracle);
    const [actual, expected] = compare({ ...one, oracle });
    count.asked += 1;
    if (expected === undefined) return;
    count.answered += 1;
    expect(actual).toBe(expected);
  });
  expect(count.answered / count.asked).toBeGreaterThan(0.5);
}
