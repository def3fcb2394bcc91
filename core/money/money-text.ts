import { minorDigits } from './currencies.ts';

const NBSP = '\u00a0';

/** Digits in groups of three with no-break spaces, a point before decimals: `7 900`, `16.4`, `−3`. */
export function numberText(value: number, decimals?: number): string {
  const absolute = Math.abs(value);
  return signed(value, decimals === undefined ? plain(absolute) : absolute.toFixed(decimals));
}

/** `minor` is an integer of minor units: `46 800 PLN`, `12.50 PLN`, `1 200 JPY`; decimals only when not whole. */
export function moneyText(minor: number, currency: string): string {
  return `${amountText(minor, currency)}${NBSP}${currency}`;
}

/** The same without the currency: `46 800`, `12.50`. */
export function amountText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const all = plain(Math.abs(minor)).padStart(digits + 1, '0');
  const [whole, rest] = [all.slice(0, all.length - digits), all.slice(all.length - digits)];
  return signed(minor, /[1-9]/.test(rest) ? `${whole}.${rest}` : whole);
}

function signed(value: number, digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** Without an exponent, which `String` writes for very small and very large numbers. */
function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(value < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, '$1') : text;
}
