import { describe, expect, it } from 'vitest';
import { createRestartPolicy } from './restart-policy.ts';

const MINUTE = 60_000;

function policy() {
  const clock = { now: 1_000 };
  return { clock, ...createRestartPolicy(() => clock.now) };
}

describe('a part that ends', () => {
  it('is started again five times within ten minutes, each time after a longer pause, and no more', () => {
    const { clock, afterEnd } = policy();
    const pauses = Array.from({ length: 6 }, () => {
      clock.now += MINUTE;
      return afterEnd();
    });
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, undefined]);
  });

  it('begins anew when its earlier ends lie ten minutes back', () => {
    const { clock, afterEnd } = policy();
    for (let n = 0; n < 5; n += 1) afterEnd();
    clock.now += 10 * MINUTE - 1;
    expect(afterEnd()).toBeUndefined();
    clock.now += 10 * MINUTE;
    expect(afterEnd()).toBe(500);
  });

  it('is started again for ever when it ends every three minutes', () => {
    const { clock, afterEnd } = policy();
    for (let n = 0; n < 100; n += 1) {
      clock.now += 3 * MINUTE;
      expect(afterEnd()).toBeLessThanOrEqual(8_000);
    }
  });
});
