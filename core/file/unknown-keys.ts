function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Paths of the properties that were given and that the schema does not know: a schema drops them in
 * silence, and whoever wrote them would believe that they were kept.
 */
export function unknownKeys(
  given: unknown,
  kept: unknown,
  path: readonly PropertyKey[] = [],
): PropertyKey[][] {
  if (!isPlain(given) || !isPlain(kept)) return [];
  return Object.keys(given).flatMap((key) => {
    const at = [...path, key];
    if (Object.hasOwn(kept, key)) return unknownKeys(given[key], kept[key], at);
    return given[key] === undefined ? [] : [at];
  });
}
