/**
 * Does something as a reader in another zone. The zone of a process is changed by its environment;
 * test files run in processes of their own.
 */
export function inZone<T>(zone: string, act: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return act();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}
