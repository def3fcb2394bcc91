import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountToMinor, minorToAmount } from './money-amount.ts';

describe('money amounts', () => {
  it('come back unchanged for every amount of minor units', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (minor) => {
        expect(amountToMinor(minorToAmount(minor))).toBe(minor);
      }),
    );
  });
  it('are rounded to the nearest minor unit in spite of binary fractions', () => {
    expect(amountToMinor(1.005)).toBe(101);
    expect(amountToMinor(43_333.5)).toBe(4_333_350);
  });
});
