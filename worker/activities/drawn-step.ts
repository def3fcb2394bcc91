import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step } from '#core/drawing/step.ts';

/** A stage or a rail as it is drawn, for names. */
export function drawnFrame({ stages, rails = [] }: Drawing, frame: string) {
  return stages.find(({ id }) => id === frame) ?? rails.find(({ id }) => id === frame);
}

/** The step's drawing, for names and texts; undefined when the drawing has no such step. */
export function drawnStep(drawing: Drawing, frame: string, step: string): Step | undefined {
  return drawnFrame(drawing, frame)?.steps.find(({ id }) => id === step);
}
