import type { Value } from '../../condition/condition.ts';
import type { FieldChange } from '../../run/contract/event.ts';
import { own } from '../../run/state/own.ts';

/**
 * The watched part of a change: values, or for personal ones and files that they are set (E23).
 * @param attached which file fields have a file now
 */
export function fieldChange(
  watched: Record<string, 'value' | 'isSet'>,
  values: Record<string, Value | null>,
  attached: Record<string, boolean> = {},
): FieldChange {
  const change: FieldChange = { values: {}, isSet: {} };
  for (const [id, value] of Object.entries(values)) {
    const kept = own(watched, id);
    if (kept === 'value') change.values[id] = value;
    if (kept === 'isSet') change.isSet[id] = value !== null;
  }
  for (const [id, isAttached] of Object.entries(attached))
    if (own(watched, id) === 'isSet') change.isSet[id] = isAttached;
  return change;
}
