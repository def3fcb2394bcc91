import type { Drawing } from './drawing.ts';
import type { Step } from './step.ts';

/** A stage as it is drawn; undefined when the drawing has no such stage. */
export function drawnStage(drawing: Drawing, stage: string) {
  return drawing.stages.find(({ id }) => id === stage);
}

/** A rail as it is drawn; undefined when the drawing has no such rail. */
export function drawnRail(drawing: Drawing, rail: string) {
  return drawing.rails?.find(({ id }) => id === rail);
}

/** A stage or a rail: where steps and links are drawn. */
export function drawnFrame(drawing: Drawing, frame: string) {
  return drawnStage(drawing, frame) ?? drawnRail(drawing, frame);
}

/** The step's drawing, for names and texts; undefined when the drawing has no such step. */
export function drawnStep(drawing: Drawing, frame: string, step: string): Step | undefined {
  return drawnFrame(drawing, frame)?.steps.find(({ id }) => id === step);
}
