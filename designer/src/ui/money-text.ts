/** Minor units as a person types them: 4333350 → `43333.50`, 4680000 → `46800`. */
export function minorToAmount(minor: number): number {
  return minor / 100;
}

/** An amount as typed → minor units, rounded to the nearest one; null when it is no number. */
export function amountToMinor(amount: number | string): number | null {
  const value = typeof amount === 'number' ? amount : Number.parseFloat(amount.replace(',', '.'));
  return Number.isFinite(value) ? Math.round(value * 100) : null;
}
