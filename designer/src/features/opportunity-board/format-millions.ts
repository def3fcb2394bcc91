import { formatMoney } from '../../lib/format.ts';

const space = '\u00a0';

const MILLION = 100_000_000;

/** `0.49 M PLN` from a hundred thousand on, else `46 800 PLN`; with no-break spaces. */
export function formatMillions(minor: number, currency: string): string {
  if (minor < MILLION / 10) return formatMoney(minor, currency);
  return `${(minor / MILLION).toFixed(2)}${space}M${space}${currency}`;
}
