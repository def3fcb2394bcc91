import type { Drawing } from '#core/drawing/drawing.ts';
import type { Link } from '#core/drawing/link.ts';
import { drawnFrame, drawnRail, drawnStep } from '#core/drawing/drawn-step.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';
import type { Holder } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';

/** Links by which a copy waits for the same steps as the original. */
function sameLinks(holder: Holder, id: string, copy: string): Link[] {
  return holder.links
    .filter((link) => link.to === id && !link.rework)
    .map((link) => ({ ...structuredClone(link), id: newId('link'), to: copy }));
}

/**
 * A copy of a step beside it, waiting for the same steps; nothing waits for the copy yet. In a rail
 * it stands in the chain behind the original.
 */
export function duplicateStep(drawing: Drawing, stageId: string, id: string): Command | Refusal {
  const step = drawnStep(drawing, stageId, id);
  const holder = drawnFrame(drawing, stageId);
  if (!step || !holder) return { refused: 'This step is no longer drawn.' };
  const isRail = drawnRail(drawing, stageId) !== undefined;
  const copy = structuredClone(step);
  copy.id = newId(step.kind);
  copy.name = `${step.name.slice(0, 73)} (copy)`;
  const behind = rulesOf(step).leavesStage
    ? []
    : [{ id: newId('link'), from: id, to: copy.id, ports: [] }];
  const links = isRail ? behind : sameLinks(holder, id, copy.id);
  return {
    label: `Duplicate ${step.name}`,
    select: { kind: 'step', stage: stageId, id: copy.id },
    recipe: (draft) => {
      const at = drawnFrame(draft, stageId);
      if (!at) return;
      const index = at.steps.findIndex((one) => one.id === id);
      if (isRail) for (const link of at.links) if (link.from === id) link.from = copy.id;
      at.steps.splice(index + 1, 0, copy);
      at.links.push(...links);
    },
  };
}
