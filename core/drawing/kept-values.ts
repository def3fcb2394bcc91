import type { Value } from '../condition/condition.ts';
import { checkValue } from './check-value.ts';
import type { Field } from './field.ts';

/**
 * The values of a deal that goes on with other fields, as on a newer version or in another process:
 * what the new fields do not know stays with the deal, what does not fit them is left out and named
 * in `misfits` (E29).
 */
export function keptBy(
  fields: readonly Field[],
  values: Record<string, Value>,
): { values: Record<string, Value>; misfits: string[] } {
  const known = new Map(fields.map((field) => [field.id, field]));
  const fits = ([id, value]: [string, Value]) => {
    const field = known.get(id);
    return field === undefined || checkValue(field, value) === undefined;
  };
  const entries = Object.entries(values);
  return {
    values: Object.fromEntries(entries.filter(fits)),
    misfits: entries.filter((entry) => !fits(entry)).map(([id]) => id),
  };
}
