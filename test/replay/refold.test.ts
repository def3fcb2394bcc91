import { describe, expect, it } from 'vitest';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { initialState } from '#core/run/state/initial-state.ts';
import { stepAll } from '#core/run/step.ts';
import { effectsHash } from '#worker/workflows/effects-hash.ts';
import { recordedRuns, type RecordedRun } from './corpus.ts';

/** Folds the batches again as the run did; answers the numbers of those with other effects. */
function changedBatches({ batches }: RecordedRun, definition: ProcessDefinition): number[] {
  let state = initialState();
  const changed: number[] = [];
  batches.forEach(({ seq, now, events, answers, ...batch }, at) => {
    const folded = stepAll(definition, state, events, now);
    state = folded.state;
    const same = folded.used === events.length && effectsHash(folded.effects) === batch.effectsHash;
    if (!same) changed.push(seq);
    const next = batches[at + 1]?.events[0];
    if (!answers || next?.kind === 'answers') return;
    // Answers that changed nothing but dues were taken in without a batch.
    const event = { id: `answers:${seq}`, kind: 'answers', answers } as const;
    state = stepAll(definition, state, [event], now).state;
  });
  return changed;
}

describe('the recorded batches', () => {
  it.each(recordedRuns())('of $name fold to the effects that were applied', (run) => {
    expect(run.batches.length).toBeGreaterThan(2);
    expect(changedBatches(run, run.definition)).toEqual([]);
  });

  it('show a change of an effect that replay does not see', () => {
    const run = recordedRuns().find(({ name }) => name.includes('lost'))!;
    const definition = structuredClone(run.definition);
    const step = definition.stages[0]!.steps.find(({ kind }) => kind === 'task');
    if (step?.kind === 'task') step.due = { n: 3, unit: 'd' };
    expect(changedBatches(run, definition)).toEqual([1]);
  });
});
