import type { Value } from '#core/condition/condition.ts';
import { checkValue } from '#core/drawing/check-value.ts';
import type { Field } from '#core/drawing/field.ts';
import type { ProblemItem } from '../../problem/app-error.ts';
import { shownValue } from '../../problem/shown-value.ts';

type Given = Record<string, Value | null>;

/** Blank texts and empty lists empty a field. */
function cleaned(value: Value | null): Value | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  return Array.isArray(value) && value.length === 0 ? null : value;
}

/**
 * Checks values against the fields they are for. `errors` names every wrong one by `<at>.<field>`;
 * `values` holds those that fit, `null` for emptied fields.
 */
export function checkValues(
  fields: readonly Field[],
  given: Given,
  at: string,
): { values: Given; errors: ProblemItem[] } {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const values: Given = {};
  const errors: ProblemItem[] = [];
  for (const [id, raw] of Object.entries(given)) {
    const path = `${at}.${id}`;
    const field = byId.get(id);
    const value = cleaned(raw);
    const wrong = field ? value !== null && checkValue(field, value) : 'is not asked for here.';
    if (!wrong) values[id] = value;
    else {
      const message = `${field?.label ?? id} ${wrong}`;
      const personal = field?.personal ?? false;
      errors.push({ path, message, ...(personal ? {} : { value: shownValue(path, raw) }) });
    }
  }
  return { values, errors };
}
