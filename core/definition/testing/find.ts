import type { Drawing } from '../../drawing/drawing.ts';
import type { Stage } from '../../drawing/stage.ts';
import type { StepKind, StepOf } from '../../drawing/step.ts';

/** The stage with this id. */
export function stageOf(drawing: Drawing, id: string): Stage {
  const stage = drawing.stages.find((one) => one.id === id);
  if (!stage) throw new Error(`There is no stage ${id}.`);
  return stage;
}

/** The step with this id, of the kind named. */
export function stepOf<K extends StepKind>(
  drawing: Drawing,
  kind: K,
  stage: string,
  id: string,
): StepOf<K> {
  const step = stageOf(drawing, stage).steps.find((one) => one.id === id);
  if (step?.kind !== kind) throw new Error(`There is no ${kind} ${id} in stage ${stage}.`);
  return step as StepOf<K>;
}
