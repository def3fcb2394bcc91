import { minorDigits } from './currencies.ts';

/** Minor units → the amount that a person writes: 4333350 PLN → 43333.5, 1200 JPY → 1200. */
export function amountOfMinor(minor: number, currency: string): number {
  return minor / 10 ** minorDigits(currency);
}

/**
 * An amount as written → minor units: 43333.5 PLN → 4333350. Undefined where it has more decimals than
 * its currency, which is not for us to round away.
 */
export function minorOfAmount(amount: number, currency: string): number | undefined {
  const exact = Number((amount * 10 ** minorDigits(currency)).toPrecision(15));
  return Number.isSafeInteger(exact) ? exact : undefined;
}
