import type { Drawing } from '#core/drawing/drawing.ts';
import { findStage, findStep } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';
import { newId } from './new-id.ts';

/** A copy of a step beside it, waiting for the same steps; nothing waits for the copy yet. */
export function duplicateStep(drawing: Drawing, stageId: string, id: string): Command | Refusal {
  const step = findStep(drawing, stageId, id);
  const stage = findStage(drawing, stageId);
  if (!step || !stage) return { refused: 'This step is no longer drawn.' };
  const copy = structuredClone(step);
  copy.id = newId(step.kind);
  copy.name = `${step.name.slice(0, 73)} (copy)`;
  const links = stage.links
    .filter((link) => link.to === id)
    .map((link) => ({ ...structuredClone(link), id: newId('link'), to: copy.id }));
  return {
    label: `Duplicate ${step.name}`,
    select: { kind: 'step', stage: stageId, id: copy.id },
    recipe: (draft) => {
      const at = findStage(draft, stageId);
      if (!at) return;
      const index = at.steps.findIndex((one) => one.id === id);
      at.steps.splice(index + 1, 0, copy);
      at.links.push(...links);
    },
  };
}
