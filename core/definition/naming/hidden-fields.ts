import type { Exit } from '../../drawing/stage.ts';
import type { Step } from '../../drawing/step.ts';
import type { FieldSets } from '../flow/sure-flow.ts';
import type { FieldSet } from '../flow/field-set.ts';
import type { HomeGraph, StageGraph } from '../flow/stage-graph.ts';
import { inputsOf, outputsOf } from './step-fields.ts';
import { downstream } from '../flow/upstream.ts';

/**
 * Fields that work done again may hide while the deal is in a stage or rail (E7, E12–E14): what a step sets
 * that a rework or a voided approval resets, or that is done anew after a move back.
 *
 * What such a step sets is still sure behind it, because whoever stands behind it is reset with it and has
 * its turn after it again. But a field that had a value before, and that the step asks for once more, has none
 * meanwhile, for steps beside it or before it too. So it does not count as set on entry.
 */
export function hiddenWithin(graph: HomeGraph, revisited: boolean, sets: FieldSets): FieldSet {
  const { home } = graph;
  const targets = home.links.filter(({ rework }) => rework).map(({ to }) => to);
  const voided = home.steps.filter(isVoided).map(({ id }) => id);
  const reset = downstream(graph, [...targets, ...voided]);
  for (const id of targets) reset.add(id);
  return sets.of(
    home.steps
      .filter((step) => reset.has(step.id) || (revisited && canBeDoneAnew(step)))
      .flatMap(outputsOf),
  );
}

/** Fields that the steps listed on an exit back have set: hidden until they are done again (E12). */
export function hiddenByGoingBack(
  stages: readonly StageGraph[],
  { redo = [] }: Exit,
  sets: FieldSets,
): FieldSet {
  const listed = new Set(redo);
  const steps = stages.flatMap(({ steps: all }) => [...listed].flatMap((id) => all.get(id) ?? []));
  return sets.of(steps.flatMap(outputsOf));
}

function isVoided(step: Step): boolean {
  return step.kind === 'approval' && (step.voidOn ?? []).length > 0;
}

/** Its redo rule alone may have it done again when its stage is entered once more. */
function canBeDoneAnew(step: Step): boolean {
  return step.redo === 'always' || (step.redo !== 'never' && inputsOf(step).length > 0);
}
