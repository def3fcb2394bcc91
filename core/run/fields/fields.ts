import type { Value } from '../../condition/condition.ts';
import type { FieldChange } from '../contract/event.ts';
import { noteFields } from './field-revisions.ts';
import { isCounted } from './inputs.ts';
import { own } from '../state/own.ts';
import { isSame } from '../state/same-value.ts';
import { refOf, stepEffectKey, type Turn } from '../state/turn.ts';

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

/** Takes over values that a step has found out, and says them to the deal by an effect of this name. */
export function writeFields(
  turn: Turn,
  step: string,
  name: string,
  values: Record<string, Value>,
): void {
  for (const field of Object.keys(values)) writeField(turn, field, values[field]!);
  sayValues(turn, step, name, values);
}

/** Says values that have been taken over to the deal. */
export function sayValues(
  turn: Turn,
  step: string,
  name: string,
  values: Record<string, Value>,
): void {
  const key = stepEffectKey(turn, name, step);
  noteFields(turn.state, Object.keys(values));
  turn.effects.push({ key, kind: 'setValues', values, step: refOf(turn, step) });
}

function setValue(turn: Turn, field: string, value: Value | null): void {
  const { values } = turn.state;
  reveal(turn, field);
  if (isSame(own(values, field) ?? null, value)) return;
  if (value === null) delete values[field];
  else values[field] = value;
  turn.changed.add(field);
}

function setFlag(turn: Turn, field: string, set: boolean): void {
  const { isSet } = turn.state;
  reveal(turn, field);
  countChange(turn, field);
  if ((own(isSet, field) ?? false) === set) return;
  if (set) isSet[field] = true;
  else delete isSet[field];
  turn.changed.add(field);
}

/** What was hidden of a field while its step was being done again counts no more (E13). */
function reveal(turn: Turn, field: string): void {
  const { hidden } = turn.state;
  if (!hidden || own(hidden, field) === undefined) return;
  delete hidden[field];
  if (Object.keys(hidden).length === 0) delete turn.state.hidden;
}

/** Of an input that is kept as a flag the run knows only how often it has changed (E12). */
export function countChange(turn: Turn, field: string): void {
  if (!isCounted(turn.definition, field)) return;
  const { changes = {} } = turn.state;
  turn.state.changes = { ...changes, [field]: (own(changes, field) ?? 0) + 1 };
}
