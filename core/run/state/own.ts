/**
 * The record's own value of a key. Ids come from drawings and requests: one named `constructor`
 * must not find what every object inherits.
 */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
