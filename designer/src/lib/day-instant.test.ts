import { describe, expect, it } from 'vitest';
import { dayOf, startOfDay } from './day-instant.ts';

describe('a day and its instant', () => {
  it('begin together for who reads it', () => {
    expect(new Date(startOfDay('2026-10-12')).getHours()).toBe(0);
    expect(dayOf(startOfDay('2026-10-12'))).toBe('2026-10-12');
  });

  it('count on over the end of a month and a year', () => {
    expect(dayOf(new Date(2026, 11, 31, 23, 30), 1)).toBe('2027-01-01');
    expect(dayOf(new Date(2026, 11, 31, 23, 30), 180)).toBe('2027-06-29');
  });
});
