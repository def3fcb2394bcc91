import { describe, expect, it } from 'vitest';
import { formatBytes, formatMoney, formatNumber } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatMoney', () => {
  it('groups whole amounts with no-break spaces and drops the decimals', () => {
    expect(formatMoney(4_680_000, 'PLN')).toBe('46\u00a0800\u00a0PLN');
  });
  it('keeps two decimals when the amount is not whole', () => {
    expect(plain(formatMoney(123_450, 'EUR'))).toBe('1 234.50 EUR');
  });
  it('writes millions, zero and negative amounts', () => {
    expect(plain(formatMoney(913_000_000_00, 'PLN'))).toBe('913 000 000 PLN');
    expect(plain(formatMoney(0, 'PLN'))).toBe('0 PLN');
    expect(plain(formatMoney(-150_000, 'PLN'))).toBe('−1 500 PLN');
  });
});

describe('formatNumber', () => {
  it('keeps the decimals that a number has', () => {
    expect(formatNumber(16.4)).toBe('16.4');
    expect(plain(formatNumber(7900))).toBe('7 900');
    expect(plain(formatNumber(12345.678))).toBe('12 345.678');
  });
});

describe('formatBytes', () => {
  it('goes from bytes to kilobytes to megabytes', () => {
    expect([512, 84_120, 2_400_000].map(formatBytes).map(plain)).toEqual([
      '512 B',
      '84 KB',
      '2.4 MB',
    ]);
  });
});
