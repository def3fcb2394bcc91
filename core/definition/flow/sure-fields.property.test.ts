import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../condition/condition.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { RunEvent } from '../../run/contract/event.ts';
import { initialState } from '../../run/state/initial-state.ts';
import type { RunState } from '../../run/state/run-state.ts';
import type { StepState } from '../../run/state/step-state.ts';
import { stepAll } from '../../run/step.ts';
import { assemble } from '../compiling/assemble.ts';
import { conditionChecker } from '../compiling/condition-checker.ts';
import type { ProcessDefinition } from '../definition.ts';
import type { Problem } from '../problems/problem.ts';
import { applyFix } from '../testing/apply-fix.ts';
import { stageOf, stepOf } from '../testing/find.ts';
import { readingDrawing } from '../testing/random-reading.ts';
import { validateDrawing } from '../validate.ts';
import { runsOr, seed } from '../../testing/random-cases.ts';

/** SEED repeats a run, CASES sets how many drawings are played. */
const numRuns = runsOr(100);
console.log(`surely set fields: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

/** Guards every read that may be empty, one by one; what stays unguarded, the analysis takes to be set. */
function guarded(drawing: Drawing): Drawing {
  const isEmpty = ({ code }: Problem) => code === 'field-may-be-empty';
  for (;;) {
    const problem = validateDrawing(drawing).find(isEmpty);
    if (!problem) return drawing;
    guard(drawing, problem);
  }
}

function guard(drawing: Drawing, { fix, stage, elementId, fieldPath }: Problem): void {
  const [list, at] = fieldPath.split('.');
  if (fix) applyFix(drawing, fix);
  else if (list === 'approvers') limitOrNone(drawing, stage!, elementId);
  else stepOf(drawing, 'update', stage!, elementId).set[Number(at)]!.value = '1';
}

/** Without the value of its limit an approval is stepped over. */
function limitOrNone(drawing: Drawing, stage: string, id: string): void {
  const step = stepOf(drawing, 'approval', stage, id);
  const known = `has(deal.${step.approvers[0]!.upTo!.field})`;
  step.when = step.when ? `${known} && (${step.when})` : known;
}

interface Player {
  drawing: Drawing;
  definition: ProcessDefinition;
  state: RunState;
  events: number;
}

function play(drawing: Drawing, choices: number[]): void {
  const definition = assemble(drawing, 'tiny', conditionChecker(drawing.fields));
  const player: Player = { drawing, definition, state: initialState(), events: 0 };
  const asked = drawing.fields.filter(({ intake }) => intake === 'required');
  const values = Object.fromEntries(asked.map(({ id }) => [id, some(id, choices[0]!)]));
  take(player, { id: 'start', kind: 'start', by: null, owner: 'ana', values, isSet: {} });
  for (const choice of choices) {
    if (player.state.status === 'open') take(player, nextEvent(player, choice));
  }
}

/** Folds one event; an incident in a fold that closes the deal stops nobody. */
function take(player: Player, event: RunEvent): void {
  const { state, replies } = stepAll(player.definition, player.state, [event], 0);
  expect(replies).toEqual([{ ok: true }]);
  Object.assign(player, { state, events: player.events + 1 });
  if (state.status === 'open') expect(state.incidents).toEqual([]);
}

function nextEvent({ drawing, definition, state, events }: Player, choice: number): RunEvent {
  const id = `e${events}`;
  const by = 'ana';
  const ready = Object.entries(state.steps).filter(([, at]) => isReady(at));
  if (choice % 11 === 0 || ready.length === 0) return { id, kind: 'external', name: 'call' };
  const [step, at] = ready[choice % ready.length]!;
  const { status, round, items = {} } = at;
  const ref = { stage: state.stage, step, visit: state.visits[state.stage]!, round };
  if (status === 'offered')
    return { id, by, kind: choice % 2 ? 'request' : 'notNeeded', task: ref };
  const drawn = stageOf(drawing, state.stage).steps.find((one) => one.id === step)!;
  const [item] = Object.entries(items).find(([, { status: is }]) => is === 'open') ?? [];
  const task = item === undefined ? ref : { ...ref, item };
  const outcome = choice % 3 ? 'yes' : 'no';
  const none = { submission: null, isSet: {} };
  switch (drawn.kind) {
    case 'approval': {
      const decision = choice % 4 ? 'approved' : 'rejected';
      // One person decides one part (E3).
      return { id, by: `of-${item}`, kind: 'decide', approval: task, decision, submission: null };
    }
    case 'wait': {
      if (choice % 2) return { id, kind: 'external', name: 'news' };
      return { id, by, kind: 'endWait', wait: ref, port: 'timeout', reason: 'late' };
    }
    case 'process': {
      const values: Record<string, Value> = choice % 2 ? { a: choice % 4 } : {};
      const how = choice % 3 ? 'won' : 'lost';
      return { id, kind: 'processEnded', step: ref, deal: 'd', outcome: how, values, isSet: {} };
    }
    default: {
      const form =
        'form' in drawn ? drawn.form.filter(({ field }) => definition.watched[field]) : [];
      const values = Object.fromEntries(
        form.map(({ field }, i) => [field, some(field, choice + i)]),
      );
      return { id, by, kind: 'complete', task, outcome, values, ...none };
    }
  }
}

/** What people or the world can do something about. */
function isReady({ status, reached }: StepState): boolean {
  if (status === 'waiting') return reached === undefined;
  return ['open', 'offered', 'running'].includes(status);
}

function some(field: string, choice: number): Value {
  if (field === 'g') return choice % 2 ? 'high' : 'x';
  if (field === 'h') return ['x', 'y'].slice(0, choice % 3);
  return choice % 4;
}

describe('fields that are surely set (E7)', () => {
  it(
    'are never found empty by a run in which nobody waives or overrides',
    { timeout: 1_800_000 },
    () => {
      const choices = fc.array(fc.nat(1000), { minLength: 12, maxLength: 30 });
      fc.assert(
        fc.property(readingDrawing, choices, (drawing, chosen) => play(guarded(drawing), chosen)),
        { seed, numRuns },
      );
    },
  );
});
