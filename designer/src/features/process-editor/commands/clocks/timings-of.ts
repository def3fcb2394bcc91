import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step } from '#core/drawing/step.ts';
import type { Timing } from '#core/drawing/timing.ts';
import { drawnKindOf } from '#core/step-kinds/drawn-kinds.ts';
import { holdersOf } from '../../state/selection.ts';

function ofStep(step: Step): Timing[] {
  return [...drawnKindOf(step).times(step)].map(({ timing }) => timing);
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
