import type { Drawing } from '../../../drawing/drawing.ts';
import { linkSchema } from '../../../drawing/link.ts';
import { exitSchema } from '../../../drawing/stage.ts';
import { stepSchema, type StepOf } from '../../../drawing/step.ts';
import type { Directory } from '../../directory/directory.ts';
import { stageOf, stepOf } from '../find.ts';

/** What to break, so that exactly one problem appears. */
export type Breakage = (drawing: Drawing, directory: Directory) => unknown;

/** A task of the first two stages. */
export function task(drawing: Drawing, id: string): StepOf<'task'> {
  return stepOf(drawing, 'task', id === 'study' || id === 'price' ? 'prepare' : 'send', id);
}

export function link(drawing: Drawing, stage: string, value: object): void {
  stageOf(drawing, stage).links.push(linkSchema.parse({ id: 'extra', ...value }));
}

export function exit(drawing: Drawing, stage: string, value: object): void {
  stageOf(drawing, stage).exits.push(exitSchema.parse({ id: 'extra', mode: 'manual', ...value }));
}

export function step(drawing: Drawing, stage: string, value: object): void {
  stageOf(drawing, stage).steps.push(stepSchema.parse({ id: 'more', name: 'More', ...value }));
}

export const mail = (drawing: Drawing) => stepOf(drawing, 'email', 'send', 'mail');
export const branch = (drawing: Drawing) => stepOf(drawing, 'branch', 'prepare', 'fit');
export const install = (drawing: Drawing) => stepOf(drawing, 'process', 'agree', 'install');
export const approve = (drawing: Drawing) => stepOf(drawing, 'approval', 'agree', 'approve');
export const rate = (drawing: Drawing) => stepOf(drawing, 'score', 'agree', 'rate');
export const report = (drawing: Drawing) => stepOf(drawing, 'webhook', 'agree', 'report');

/** The way back from the approval. */
export const wayBack = (drawing: Drawing) =>
  stageOf(drawing, 'agree').links.find(({ rework }) => rework)!;

/** The time from a date field. */
export function remind(drawing: Drawing) {
  const { for: what } = stepOf(drawing, 'wait', 'agree', 'remind');
  if (what.kind !== 'time') throw new Error('It waits for an event.');
  return what.duration;
}
