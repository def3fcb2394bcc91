import { amountOfMinor } from '#core/money/minor-amount.ts';
import { moneyText } from '#core/money/money-text.ts';

const space = '\u00a0';

const MILLION = 1_000_000;

/** `0.49 M PLN` from a hundred thousand on, else `46 800 PLN`; with no-break spaces. */
export function formatMillions(minor: number, currency: string): string {
  const amount = amountOfMinor(minor, currency);
  if (amount < MILLION / 10) return moneyText(minor, currency);
  return `${(amount / MILLION).toFixed(2)}${space}M${space}${currency}`;
}
