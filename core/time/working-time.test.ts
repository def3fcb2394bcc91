import { describe, expect, it } from 'vitest';
import { at } from './testing/local-time.ts';
import { office } from './testing/sample-calendars.ts';
import { workedMs } from './working-time.ts';

const hour = 3_600_000;

describe('workedMs', () => {
  it('counts working time alone', () => {
    expect(workedMs(at('2026-09-11 16:00'), at('2026-09-14 10:00'), office)).toBe(2 * hour);
  });

  it('is 0 backwards', () => {
    expect(workedMs(at('2026-09-14 10:00'), at('2026-09-11 16:00'), office)).toBe(0);
  });
});
