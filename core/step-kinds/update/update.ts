import { evaluate } from '../../condition/evaluate.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { Duration } from '../../time/duration.ts';
import type { Operands } from '../../run/contract/fact.ts';
import { writeFields } from '../../run/fields/fields.ts';
import { fitAll, type Computed, type Fitting, type FittingAll } from '../../run/fields/fitting.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { endStep } from '../../run/steps/links.ts';
import { refOf, setStep, stepEffectKey, type Turn } from '../../run/state/turn.ts';

export type UpdateDefinition = Extract<StepDefinition, { kind: 'update' }>;

type Results = FittingAll | { ok: false; code: string; operands: Operands };

/** Sets fields of the deal; all values are computed and fit (E29) before the first is set. */
export function beginUpdate(turn: Turn, update: UpdateDefinition): void {
  const { id } = update;
  const computed = computeValues(turn, update);
  if (!computed.ok) return stopAtIncident(turn, id, 'work', computed);
  writeResults(turn, id, computed.results);
  const { dates = [] } = update;
  if (dates.length > 0) return askDates(turn, id, dates);
  turn.facts.push({ type: 'FieldsUpdated', ...refOf(turn, id) });
  endStep(turn, id, 'done', true);
}

function writeResults(turn: Turn, id: string, results: Record<string, Fitting>): void {
  const entries = Object.entries(results);
  if (entries.length === 0) return;
  const values = Object.fromEntries(entries.map(([field, { value }]) => [field, value]));
  writeFields(turn, id, 'set', values);
  for (const [field, { exact, value, operands }] of entries) {
    if (exact === undefined || typeof value !== 'number') continue;
    const rounded = { field, exact, value, operands };
    turn.facts.push({ type: 'ResultRounded', ...refOf(turn, id), ...rounded });
  }
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
export function computeValues(
  { state, definition }: Pick<Turn, 'state' | 'definition'>,
  update: UpdateDefinition,
): Results {
  const computed: Record<string, Computed> = {};
  for (const { field, value } of update.set) {
    const result = evaluate(value, state.values, state.isSet);
    const { operands } = result;
    if (!result.ok) return { ok: false, code: result.error.code, operands };
    computed[field] = { value: result.value, operands };
  }
  return fitAll(definition, computed);
}
