import { expect, it } from 'vitest';
import { shortInstant } from './short-instant.ts';

const now = new Date(2026, 8, 16, 11, 30);
const at = (day: number, month = 8) => new Date(2026, month, day, 17, 0).toISOString();

it.each([
  ['today', at(16), '17:00'],
  ['tomorrow', at(17), 'tomorrow 17:00'],
  ['this week', at(21), 'Mon 17:00'],
  ['later', at(23), 'Wed 23 Sep'],
  ['next month', at(2, 9), 'Fri 2 Oct'],
  ['past', at(11), 'Fri 11 Sep'],
])('is as short as can be told apart: %s', (_when, instant, text) => {
  expect(shortInstant(instant, now)).toBe(text);
});
