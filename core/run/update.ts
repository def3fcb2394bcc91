import type { Value } from '../condition/condition.ts';
import { evaluate } from '../condition/evaluate.ts';
import type { StepDefinition } from '../definition/step-definition.ts';
import type { Operands } from './fact.ts';
import { writeField } from './fields.ts';
import { openIncident } from './incidents.ts';
import { endStep } from './links.ts';
import type { RunState } from './run-state.ts';
import { refOf, setStep, stepEffectKey, type Turn } from './turn.ts';

export type UpdateDefinition = Extract<StepDefinition, { kind: 'update' }>;

type Computed =
  { ok: true; values: Record<string, Value> } | { ok: false; code: string; operands: Operands };

/** Sets fields of the deal; all values are computed before the first is set. */
export function beginUpdate(turn: Turn, update: UpdateDefinition): void {
  const { id } = update;
  const computed = computeValues(turn.state, update);
  if (!computed.ok) {
    setStep(turn, id, { status: 'incident' });
    const { code, operands } = computed;
    return openIncident(turn, { step: id, at: 'work', code }, operands);
  }
  const { values } = computed;
  for (const { field } of update.set) writeField(turn, field, values[field]!);
  turn.effects.push({
    key: stepEffectKey(turn, 'set', id),
    kind: 'setValues',
    values,
    step: refOf(turn, id),
  });
  turn.facts.push({ type: 'FieldsUpdated', ...refOf(turn, id) });
  endStep(turn, id, 'done', true);
}

/** What an `update` step would set now. */
export function computeValues(state: RunState, update: UpdateDefinition): Computed {
  const values: Record<string, Value> = {};
  for (const { field, value } of update.set) {
    const result = evaluate(value, state.values, state.isSet);
    if (!result.ok) return { ok: false, code: result.error.code, operands: result.operands };
    values[field] = result.value;
  }
  return { ok: true, values };
}
