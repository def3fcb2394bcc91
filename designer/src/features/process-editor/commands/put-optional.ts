/** Sets a property, or removes it when the value is `undefined`, so that drawings stay plain JSON. */
export function putOptional<T extends object, K extends keyof T>(
  target: T,
  key: K,
  value: T[K] | undefined,
): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}

/** The same for a text or a list, which is removed when nothing is in it. */
export function putFilled<T extends object, K extends keyof T>(
  target: T,
  key: K,
  value: T[K] & { length: number },
): void {
  putOptional(target, key, value.length === 0 ? undefined : value);
}
