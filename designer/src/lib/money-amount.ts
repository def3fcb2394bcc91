/** Minor units → the amount that a person types: 4333350 → 43333.5. */
export function minorToAmount(minor: number): number {
  return minor / 100;
}

/** An amount as typed → minor units, rounded to the nearest one: 43333.5 → 4333350. */
export function amountToMinor(amount: number): number {
  return Math.round(Number((amount * 100).toPrecision(15)));
}
