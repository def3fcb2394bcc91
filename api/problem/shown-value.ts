const secret = /password|token|secret|cookie|authorization/i;
const LONGEST = 120;

/** A refused value as it may be repeated to the sender: short, and never a secret. */
export function shownValue(path: string, value: unknown): unknown {
  if (value === undefined || secret.test(path)) return undefined;
  if (typeof value === 'string')
    return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return undefined;
}
