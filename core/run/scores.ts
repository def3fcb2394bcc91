import type { Value } from '../condition/condition.ts';
import type { ScoreDefinition } from '../definition/step-definition.ts';
import type { Operands } from './fact.ts';
import { changeFields, writeFields } from './fields.ts';
import { stopAtIncident } from './incidents.ts';
import { endStep } from './links.ts';
import { read } from './reading.ts';
import type { RunState } from './run-state.ts';
import { refOf, stepEffectKey, type Turn } from './turn.ts';

type Score =
  | { ok: true; points: number; tier: string | undefined; operands: Operands }
  | { ok: false; code: string; operands: Operands };

/** Adds up the points and writes them, and the tier they reach; below every tier it is emptied. */
export function beginScore(turn: Turn, step: ScoreDefinition): void {
  const { id, field, tiers } = step;
  const score = computeScore(turn.state, step);
  if (!score.ok) return stopAtIncident(turn, id, 'work', score);
  const { points, tier, operands } = score;
  const values: Record<string, Value> = { [field]: points };
  if (tiers && tier !== undefined) values[tiers.field] = tier;
  writeFields(turn, id, 'set', values);
  if (tiers && tier === undefined) clear(turn, id, tiers.field);
  const reached = tier === undefined ? {} : { tier };
  turn.facts.push({ type: 'Scored', ...refOf(turn, id), points, ...reached, operands });
  endStep(turn, id, 'done', true);
}

function clear(turn: Turn, id: string, field: string): void {
  changeFields(turn, { values: { [field]: null }, isSet: { [field]: false } });
  const key = stepEffectKey(turn, 'clear', id);
  turn.effects.push({ key, kind: 'clearValues', fields: [field], step: refOf(turn, id) });
}

/** What a score step would write now, with everything that its rules read. */
export function computeScore(state: RunState, { rules, tiers }: ScoreDefinition): Score {
  const operands: Operands = [];
  let points = 0;
  for (const rule of rules) {
    const reading = read(state, rule.when);
    operands.push(...reading.operands);
    if (!reading.ok) return { ok: false, code: reading.code, operands };
    if (reading.value) points += rule.points;
  }
  const tier = tiers?.steps.find(({ least }) => points >= least)?.value;
  return { ok: true, points, tier, operands };
}
