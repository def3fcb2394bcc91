import { formatMoney } from '../../lib/format.ts';

const space = '\u00a0';

/** `9.13 M PLN` from a million on, else `46 800 PLN`; with no-break spaces. */
export function formatMillions(minor: number, currency: string): string {
  if (minor < 100_000_000) return formatMoney(minor, currency);
  return `${(minor / 100_000_000).toFixed(2)}${space}M${space}${currency}`;
}
