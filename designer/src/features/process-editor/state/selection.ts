import {
  continueTarget,
  isEndTarget,
  type Drawing,
  type EndTarget,
} from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import type { Rail } from '#core/drawing/rail.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import { drawnFrame, drawnRail, drawnStage, drawnStep } from '#core/drawing/drawn-step.ts';

/** What holds steps and links: a stage, or a rail below the columns. Both share one space of ids. */
export type Holder = Stage | Rail;

/**
 * What the panel shows: one element of the drawing, or the process as a whole. `stage` is the id of
 * the stage, or of the rail, that holds the element.
 */
export type Selection =
  | { kind: 'process' }
  | { kind: 'stage'; stage: string }
  | { kind: 'rail'; stage: string }
  | { kind: 'step'; stage: string; id: string }
  | { kind: 'link'; stage: string; id: string }
  | { kind: 'exit'; stage: string; id: string }
  | { kind: 'end'; end: EndTarget };

export const wholeProcess: Selection = { kind: 'process' };

/** One text for a selection; equal texts mean the same element. */
export function selectionKey(selection: Selection): string {
  switch (selection.kind) {
    case 'process':
      return 'process';
    case 'stage':
    case 'rail':
      return `${selection.kind}:${selection.stage}`;
    case 'end':
      return `end:${selection.end}`;
    case 'step':
    case 'link':
    case 'exit':
      return `${selection.kind}:${selection.stage}/${selection.id}`;
  }
}

/** Every stage and every rail. */
export function holdersOf(drawing: Drawing): Holder[] {
  return [...drawing.stages, ...(drawing.rails ?? [])];
}

/** The selection of a stage or a rail by its id. */
export function holderSelection(drawing: Drawing, id: string): Selection {
  return { kind: drawnRail(drawing, id) ? 'rail' : 'stage', stage: id };
}

export function findLink(drawing: Drawing, stage: string, id: string): Link | undefined {
  return drawnFrame(drawing, stage)?.links.find((link) => link.id === id);
}

export function findExit(drawing: Drawing, stage: string, id: string): Exit | undefined {
  return drawnStage(drawing, stage)?.exits.find((exit) => exit.id === id);
}

/** True while the drawing still has the selected element. */
export function isDrawn(drawing: Drawing, selection: Selection): boolean {
  switch (selection.kind) {
    case 'process':
    case 'end':
      return true;
    case 'stage':
      return drawnStage(drawing, selection.stage) !== undefined;
    case 'rail':
      return drawnRail(drawing, selection.stage) !== undefined;
    case 'step':
      return drawnStep(drawing, selection.stage, selection.id) !== undefined;
    case 'link':
      return findLink(drawing, selection.stage, selection.id) !== undefined;
    case 'exit':
      return findExit(drawing, selection.stage, selection.id) !== undefined;
  }
}

/** The selection itself while it is drawn; else its stage or rail, else the process. */
export function nearestDrawn(drawing: Drawing, selection: Selection): Selection {
  if (isDrawn(drawing, selection)) return selection;
  const stage = 'stage' in selection ? selection.stage : undefined;
  if (stage !== undefined && drawnFrame(drawing, stage)) return holderSelection(drawing, stage);
  return wholeProcess;
}

/** True for a way out of a stage to the same or an earlier one (E12). */
export function leadsBack({ stages }: Drawing, stage: string, to: string): boolean {
  const target = stages.findIndex((one) => one.id === to);
  return target >= 0 && target <= stages.findIndex((one) => one.id === stage);
}

/** What an end is called: a service process is finished where a sales process is won. */
export function endName({ kind }: Pick<Drawing, 'kind'>, end: EndTarget): string {
  if (end === 'lost') return 'Lost';
  return kind === 'service' ? 'Finished' : 'Won';
}

/** What a person calls the target of an exit or a leave step. */
export function targetName(drawing: Drawing, target: string): string {
  if (isEndTarget(target)) return endName(drawing, target);
  if (target === continueTarget) return 'another process';
  return drawnStage(drawing, target)?.name ?? target;
}

export function stepName(drawing: Drawing, stage: string, id: string): string {
  return drawnStep(drawing, stage, id)?.name ?? id;
}

function linkName(drawing: Drawing, stage: string, id: string): string {
  const link = findLink(drawing, stage, id);
  if (!link) return id;
  return `${stepName(drawing, stage, link.from)} → ${stepName(drawing, stage, link.to)}`;
}

/** What a person calls the selected element. */
export function selectionName(drawing: Drawing, selection: Selection): string {
  switch (selection.kind) {
    case 'process':
      return drawing.name;
    case 'end':
      return targetName(drawing, selection.end);
    case 'stage':
      return drawnStage(drawing, selection.stage)?.name ?? selection.stage;
    case 'rail':
      return drawnRail(drawing, selection.stage)?.name ?? selection.stage;
    case 'step':
      return stepName(drawing, selection.stage, selection.id);
    case 'link':
      return linkName(drawing, selection.stage, selection.id);
    case 'exit': {
      const exit = findExit(drawing, selection.stage, selection.id);
      return exit?.name ?? `Exit to ${exit ? targetName(drawing, exit.to) : selection.id}`;
    }
  }
}
