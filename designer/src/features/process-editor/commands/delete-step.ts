import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnFrame, drawnRail, drawnStep } from '#core/drawing/drawn-step.ts';
import { holderSelection, type Holder } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';
import { forgetStep } from './forget-step.ts';
import { chainedWithout } from './rail-chain.ts';

/** Removes a step with its links and all that named it; the chain of a rail closes behind it. */
export function deleteStep(drawing: Drawing, stageId: string, id: string): Command | Refusal {
  const step = drawnStep(drawing, stageId, id);
  const holder = drawnFrame(drawing, stageId);
  if (!step || !holder) return { refused: 'This step is no longer drawn.' };
  const isRail = drawnRail(drawing, stageId) !== undefined;
  const links = holder.links.filter((link) => link.from === id || link.to === id).length;
  const tail = links === 0 || isRail ? '' : ` and ${links} ${links === 1 ? 'link' : 'links'}`;
  return {
    label: `Delete ${step.name}${tail}`,
    removes: true,
    select: holderSelection(drawing, stageId),
    recipe: (draft) => {
      const at = drawnFrame(draft, stageId);
      if (at) removeStep(draft, at, id, isRail);
    },
  };
}

function removeStep(draft: Drawing, at: Holder, id: string, isRail: boolean): void {
  if (isRail) at.links = chainedWithout(at, id);
  at.steps = at.steps.filter((one) => one.id !== id);
  forgetStep(draft, at, id);
}
