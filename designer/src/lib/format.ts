const SPACE = '\u00a0';

/** Digits in groups of three with no-break spaces, a point before decimals: `7 900`, `16.4`. */
export function formatNumber(value: number, decimals?: number): string {
  const fixed =
    decimals === undefined ? String(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  const [whole = '', fraction] = fixed.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, SPACE);
  const sign = value < 0 ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : `.${fraction}`);
}

/** `minor` is an integer of minor units (grosz, cent): `46 800 PLN`; decimals only when not whole. */
export function formatMoney(minor: number, currency: string): string {
  const decimals = minor % 100 === 0 ? 0 : 2;
  return `${formatNumber(minor / 100, decimals)}${SPACE}${currency}`;
}

/** `84 KB`, `2.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes}${SPACE}B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)}${SPACE}KB`;
  return `${(bytes / 1_000_000).toFixed(1)}${SPACE}MB`;
}
