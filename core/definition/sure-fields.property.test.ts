import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../drawing/drawing.ts';
import type { RunEvent } from '../run/event.ts';
import { initialState } from '../run/initial-state.ts';
import type { RunState } from '../run/run-state.ts';
import { stepAll } from '../run/step.ts';
import { assemble } from './assemble.ts';
import { conditionChecker } from './condition-checker.ts';
import type { ProcessDefinition } from './definition.ts';
import { applyFix } from './testing/apply-fix.ts';
import { stageOf, stepOf } from './testing/find.ts';
import { readingDrawing } from './testing/random-reading.ts';
import { validateDrawing } from './validate.ts';

/** SEED repeats a run, CASES sets how many drawings are played. */
const seed = Number(globalThis.process.env['SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(globalThis.process.env['CASES'] ?? 200);
console.log(`surely set fields: SEED=${seed} CASES=${numRuns}`);

/** Guards every read that may be empty; what stays unguarded, the analysis takes to be set. */
function guarded(drawing: Drawing): Drawing {
  for (const { code, fix, stage, elementId, fieldPath } of validateDrawing(drawing)) {
    if (code !== 'field-may-be-empty') continue;
    if (fix) applyFix(drawing, fix);
    else
      stepOf(drawing, 'update', stage!, elementId).set[Number(fieldPath.split('.')[1])]!.value =
        '1';
  }
  return drawing;
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
  take(player, { id: 'start', kind: 'start', by: null, owner: 'ana', values: {}, isSet: {} });
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
  const ready = Object.entries(state.steps).filter(([, { status }]) =>
    ['open', 'offered'].includes(status),
  );
  if (choice % 11 === 0 || ready.length === 0) return { id, kind: 'external', name: 'call' };
  const [step, { status, round }] = ready[choice % ready.length]!;
  const task = { stage: state.stage, step, visit: state.visits[state.stage]!, round };
  if (status === 'offered') return { id, by, kind: choice % 2 ? 'request' : 'notNeeded', task };
  const watched = stepOf(drawing, 'task', stageOf(drawing, state.stage).id, step).form.filter(
    ({ field }) => definition.watched[field],
  );
  const values = Object.fromEntries(watched.map(({ field }, i) => [field, (choice + i) % 4]));
  const outcome = choice % 3 ? 'yes' : 'no';
  return { id, by, kind: 'complete', task, outcome, submission: null, values, isSet: {} };
}

describe('fields that are surely set (E7)', () => {
  it(
    'are never found empty by a run in which nobody waives or overrides',
    { timeout: 120_000 },
    () => {
      const choices = fc.array(fc.nat(1000), { minLength: 12, maxLength: 30 });
      fc.assert(
        fc.property(readingDrawing, choices, (drawing, chosen) => play(guarded(drawing), chosen)),
        { seed, numRuns },
      );
    },
  );
});
