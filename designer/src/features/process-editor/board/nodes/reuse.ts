/** Same content, so that the object of before can be used again; the same object costs nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
  );
}

/** Gives the object of before for every entity that did not change, so that React skips it. */
export function createReuse<T extends { id: string }>() {
  let known = new Map<string, T>();
  return (next: T[]): T[] => {
    const kept = next.map((one) => {
      const before = known.get(one.id);
      return before && isSame(before, one) ? before : one;
    });
    known = new Map(kept.map((one) => [one.id, one]));
    return kept;
  };
}
