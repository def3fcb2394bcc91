import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step } from '#core/drawing/step.ts';
import type { Timing } from '#core/drawing/timing.ts';
import { holdersOf } from '../../state/selection.ts';

function ofStep(step: Step): (Timing | undefined)[] {
  if (step.kind === 'wait') return step.for.kind === 'time' ? [step.for.duration] : [];
  return 'due' in step ? [step.due] : [];
}

/** Every timing of a drawing: of stages, steps and process clocks. */
export function timingsOf(drawing: Drawing): Timing[] {
  const found = [
    ...drawing.stages.map((stage) => stage.deadline?.after),
    ...holdersOf(drawing).flatMap(({ steps }) => steps.flatMap(ofStep)),
    ...(drawing.clocks ?? []).map((clock) => clock.target),
  ];
  return found.filter((timing) => timing !== undefined);
}
