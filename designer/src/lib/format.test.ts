import { describe, expect, it } from 'vitest';
import { moneyText, numberText } from '#core/money/money-text.ts';
import { formatBytes } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('moneyText', () => {
  it('groups whole amounts with no-break spaces and drops the decimals', () => {
    expect(moneyText(4_680_000, 'PLN')).toBe('46\u00a0800\u00a0PLN');
  });
  it('keeps two decimals when the amount is not whole', () => {
    expect(plain(moneyText(123_450, 'EUR'))).toBe('1 234.50 EUR');
  });
  it('writes millions, zero and negative amounts', () => {
    expect(plain(moneyText(913_000_000_00, 'PLN'))).toBe('913 000 000 PLN');
    expect(plain(moneyText(0, 'PLN'))).toBe('0 PLN');
    expect(plain(moneyText(-150_000, 'PLN'))).toBe('−1 500 PLN');
  });
});

describe('numberText', () => {
  it('keeps the decimals that a number has', () => {
    expect(numberText(16.4)).toBe('16.4');
    expect(plain(numberText(7900))).toBe('7 900');
    expect(plain(numberText(12345.678))).toBe('12 345.678');
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
