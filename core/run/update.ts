import type { Value } from '../condition/condition.ts';
import { evaluate } from '../condition/evaluate.ts';
import type { StepDefinition } from '../definition/step-definition.ts';
import type { Duration } from '../time/duration.ts';
import type { Operands } from './fact.ts';
import { sayValues, writeField, writeFields } from './fields.ts';
import { stopAtIncident } from './incidents.ts';
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
  if (!computed.ok) return stopAtIncident(turn, id, 'work', computed);
  const { values } = computed;
  for (const { field } of update.set) writeField(turn, field, values[field]!);
  if (update.set.length > 0) sayValues(turn, id, 'set', values);
  const { dates = [] } = update;
  if (dates.length > 0) return askDates(turn, id, dates);
  turn.facts.push({ type: 'FieldsUpdated', ...refOf(turn, id) });
  endStep(turn, id, 'done', true);
}

/** Which day lies so much after today is the world's to say (E22). */
function askDates(turn: Turn, id: string, dates: { field: string; in: Duration }[]): void {
  setStep(turn, id, { status: 'running', startedAt: turn.now });
  turn.effects.push({
    key: stepEffectKey(turn, 'dates', id),
    kind: 'setDates',
    step: refOf(turn, id),
    dates,
    from: turn.now,
    calendar: { calendar: turn.definition.calendar },
  });
}

/** The world has said which days: they are set, and the step is done. */
export function takeDates(turn: Turn, id: string, values: Record<string, string>): void {
  writeFields(turn, id, 'setDates', values);
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
