import type { Value } from '../../condition/condition.ts';
import type { ScoreDefinition } from '../../definition/compiling/step-definition.ts';
import type { Operands } from '../../run/contract/fact.ts';
import { noteFields } from '../../run/fields/field-revisions.ts';
import { changeFields, writeFields } from '../../run/fields/fields.ts';
import { fitAll } from '../../run/fields/fitting.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { endStep } from '../../run/steps/links.ts';
import { read } from '../../run/state/reading.ts';
import { refOf, stepEffectKey, type Turn } from '../../run/state/turn.ts';

interface Reached {
  points: number;
  tier: string | undefined;
}

type Score =
  ({ ok: true; operands: Operands } & Reached) | { ok: false; code: string; operands: Operands };

/** Adds up the points and writes them, and the tier they reach; below every tier it is emptied. */
export function beginScore(turn: Turn, step: ScoreDefinition): void {
  const { id, tiers } = step;
  const score = computeScore(turn, step);
  if (!score.ok) return stopAtIncident(turn, id, 'work', score);
  const { points, tier, operands } = score;
  writeFields(turn, id, 'set', scoredValues(step, score));
  if (tiers && tier === undefined) clear(turn, id, tiers.field);
  const reached = tier === undefined ? {} : { tier };
  turn.facts.push({ type: 'Scored', ...refOf(turn, id), points, ...reached, operands });
  endStep(turn, id, 'done', true);
}

function scoredValues({ field, tiers }: ScoreDefinition, { points, tier }: Reached) {
  const values: Record<string, Value> = { [field]: points };
  if (tiers && tier !== undefined) values[tiers.field] = tier;
  return values;
}

function clear(turn: Turn, id: string, field: string): void {
  changeFields(turn, { values: { [field]: null }, isSet: { [field]: false } });
  const key = stepEffectKey(turn, 'clear', id);
  noteFields(turn.state, [field]);
  turn.effects.push({ key, kind: 'clearValues', fields: [field], step: refOf(turn, id) });
}

/** What a score step would write now, with everything that its rules read; it must fit (E29). */
export function computeScore(
  { state, definition }: Pick<Turn, 'state' | 'definition'>,
  step: ScoreDefinition,
): Score {
  const { rules, tiers } = step;
  const operands: Operands = [];
  let points = 0;
  for (const rule of rules) {
    const reading = read(state, rule.when);
    operands.push(...reading.operands);
    if (!reading.ok) return { ok: false, code: reading.code, operands };
    if (reading.value) points += rule.points;
  }
  const tier = tiers?.steps.find(({ least }) => points >= least)?.value;
  const entries = Object.entries(scoredValues(step, { points, tier }));
  const computed = entries.map(([field, value]) => [field, { value, operands }] as const);
  const fitted = fitAll(definition, Object.fromEntries(computed));
  return fitted.ok ? { ok: true, points, tier, operands } : fitted;
}
