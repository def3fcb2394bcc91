import { describe, expect, it } from 'vitest';
import { parseDay } from './parse-day.ts';

describe('parseDay', () => {
  it('reads the usual ways to write a day', () => {
    for (const text of [
      '2026-09-21',
      '21.9.2026',
      '21/09/2026',
      '21 Sep 2026',
      '21.9.26',
      '21/09/26',
      '21 Sep 26',
      'Mon 21 September 2026',
    ]) {
      expect(parseDay(text), text).toBe('2026-09-21');
    }
  });
  it('refuses days that do not exist and words', () => {
    for (const text of ['2026-02-30', '31.4.2026', '31.13.26', '21 Xyz 2026', 'soon', '']) {
      expect(parseDay(text), text).toBeNull();
    }
  });
});
