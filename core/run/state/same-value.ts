import type { Value } from '../../condition/condition.ts';

/** Whether two values of a field are the same; lists item by item, `null` is absent. */
export function isSame(a: Value | null, b: Value | null): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
