import type { Drawing } from '#core/drawing/drawing.ts';
import type { StepKind } from '#core/drawing/step.ts';
import { findStage, findStep } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';
import { newId } from './new-id.ts';
import { newStep, stepKindNames } from './new-step.ts';

/** Adds a step to a stage: after the step `after` and waiting for it, or with nothing before it. */
export function addStep(
  drawing: Drawing,
  stage: string,
  kind: StepKind,
  after?: string,
): Command | Refusal {
  const target = findStage(drawing, stage);
  if (!target) return { refused: 'Choose a stage first: a step lives in one.' };
  const source = after === undefined ? undefined : findStep(drawing, stage, after);
  const waitsFor = source && source.kind !== 'leave' ? source : undefined;
  const step = newStep(kind, drawing);
  const link = { id: newId('link'), from: waitsFor?.id ?? '', to: step.id, ports: [] };
  return {
    label: `Add ${stepKindNames[kind]} to ${target.name}`,
    select: { kind: 'step', stage, id: step.id },
    recipe: (draft) => {
      const at = findStage(draft, stage);
      if (!at) return;
      const index = at.steps.findIndex((one) => one.id === after);
      at.steps.splice(index === -1 ? at.steps.length : index + 1, 0, step);
      if (waitsFor) at.links.push(link);
    },
  };
}
