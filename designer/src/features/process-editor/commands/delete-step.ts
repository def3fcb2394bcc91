import type { Drawing } from '#core/drawing/drawing.ts';
import { findStage, findStep } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';

/** Removes a step with its links. Steps that hand it over fall back to the deal. */
export function deleteStep(drawing: Drawing, stageId: string, id: string): Command | Refusal {
  const step = findStep(drawing, stageId, id);
  const stage = findStage(drawing, stageId);
  if (!step || !stage) return { refused: 'This step is no longer drawn.' };
  const links = stage.links.filter((link) => link.from === id || link.to === id).length;
  const tail = links === 0 ? '' : ` and ${links} ${links === 1 ? 'link' : 'links'}`;
  return {
    label: `Delete ${step.name}${tail}`,
    removes: true,
    select: { kind: 'stage', stage: stageId },
    recipe: (draft) => {
      const at = findStage(draft, stageId);
      if (!at) return;
      at.steps = at.steps.filter((one) => one.id !== id);
      at.links = at.links.filter((link) => link.from !== id && link.to !== id);
      for (const one of at.steps) {
        if (one.kind === 'assign' && one.what !== 'deal' && one.what.step === id) one.what = 'deal';
      }
    },
  };
}
