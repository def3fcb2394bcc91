import { describe, expect, it } from 'vitest';
import { formatMillions } from './format-millions.ts';

describe('sums on the board', () => {
  it('are short from a hundred thousand on', () => {
    expect(formatMillions(913_000_000, 'PLN')).toBe('9.13\u00a0M\u00a0PLN');
  });

  it('are whole below', () => {
    expect(formatMillions(9_999_900, 'PLN')).toBe('99\u00a0999\u00a0PLN');
  });
});
