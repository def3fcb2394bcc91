import type { Value } from '../condition/condition.ts';
import type { FieldChange } from './event.ts';
import { own } from './own.ts';
import type { Turn } from './turn.ts';

/** Takes over the watched fields of a change and notes which of them really changed (E23). */
export function changeFields(turn: Turn, change: FieldChange): void {
  const { watched } = turn.definition;
  for (const field of Object.keys(change.values)) {
    if (own(watched, field) === 'value') setValue(turn, field, change.values[field] ?? null);
  }
  for (const field of Object.keys(change.isSet)) {
    if (own(watched, field) === 'isSet') setFlag(turn, field, change.isSet[field] === true);
  }
}

/** Takes over what a step set: the value, or for a field kept as a flag that it is set. */
export function writeField(turn: Turn, field: string, value: Value): void {
  const kept = own(turn.definition.watched, field);
  if (kept === 'value') setValue(turn, field, value);
  if (kept === 'isSet') setFlag(turn, field, true);
}

function setValue(turn: Turn, field: string, value: Value | null): void {
  const { values } = turn.state;
  if (isSame(own(values, field) ?? null, value)) return;
  if (value === null) delete values[field];
  else values[field] = value;
  turn.changed.add(field);
}

function setFlag(turn: Turn, field: string, set: boolean): void {
  const { isSet } = turn.state;
  if ((own(isSet, field) ?? false) === set) return;
  if (set) isSet[field] = true;
  else delete isSet[field];
  turn.changed.add(field);
}

function isSame(a: Value | null, b: Value | null): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}
