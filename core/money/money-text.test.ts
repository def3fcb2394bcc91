import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOfMinor, minorOfAmount } from './minor-amount.ts';
import { moneyText } from './money-text.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('money by its currency', () => {
  it.each([
    [1200, 'JPY', '1 200 JPY'],
    [12_500, 'KWD', '12.500 KWD'],
    [12_000, 'KWD', '12 KWD'],
    [5, 'KWD', '0.005 KWD'],
    [1250, 'PLN', '12.50 PLN'],
    [-99, 'EUR', '−0.99 EUR'],
    [4_680_000, 'PLN', '46 800 PLN'],
    [12_345, 'CLF', '1.2345 CLF'],
    [9_000_000_000_000_001, 'EUR', '90 000 000 000 000.01 EUR'],
    [1250, 'US$', '12.50 US$'],
  ])('%d minor units of %s are %s', (minor, currency, text) => {
    expect(plain(moneyText(minor, currency))).toBe(text);
  });

  it.each(['JPY', 'PLN', 'KWD', 'CLF'])('every amount of %s comes back', (currency) => {
    const amounts = fc.integer({ min: -1e13, max: 1e13 });
    const check = (minor: number): void => {
      expect(minorOfAmount(amountOfMinor(minor, currency), currency)).toBe(minor);
    };
    fc.assert(fc.property(amounts, check));
  });

  it('an amount with more decimals than its currency is not taken', () => {
    expect(minorOfAmount(1.005, 'PLN')).toBeUndefined();
    expect(minorOfAmount(0.5, 'JPY')).toBeUndefined();
    expect(minorOfAmount(1.005, 'KWD')).toBe(1005);
  });
});
