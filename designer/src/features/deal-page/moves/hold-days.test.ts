import { describe, expect, it } from 'vitest';
import { holdUntil, latestHold, soonestHold } from './hold-days.ts';

const now = new Date(2026, 11, 31, 23, 30);

describe('the days of a hold', () => {
  it('begin tomorrow and end within 180 days', () => {
    expect(soonestHold(now)).toBe('2027-01-01');
    expect(latestHold(now)).toBe('2027-06-29');
    const ahead = Date.parse(holdUntil(latestHold(now))) - now.getTime();
    expect(ahead).toBeLessThanOrEqual(180 * 24 * 3_600_000);
  });

  it('mean the beginning of the day for who chooses it', () => {
    expect(new Date(holdUntil('2026-10-12')).getHours()).toBe(0);
    expect(new Date(holdUntil('2026-10-12')).getDate()).toBe(12);
  });
});
