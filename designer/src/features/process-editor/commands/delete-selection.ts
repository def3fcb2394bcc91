import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import { holderSelection, isDrawn, selectionName, type Selection } from '../state/selection.ts';
import type { Command, Refusal } from './command.ts';
import { deleteRail } from './rails/rail-commands.ts';
import { deleteStage } from './stages/delete-stage.ts';
import { deleteStep } from './steps/delete-step.ts';

/** Removes whatever is selected, with what hangs on it. */
export function deleteSelection(drawing: Drawing, selection: Selection): Command | Refusal {
  if (!isDrawn(drawing, selection)) return { refused: 'This is no longer drawn.' };
  const name = selectionName(drawing, selection);
  switch (selection.kind) {
    case 'process':
      return { refused: 'Select a stage, a step, a link, an exit or a rail to delete it.' };
    case 'end':
      return { refused: `${name} belongs to every process and stays.` };
    case 'stage':
      return deleteStage(drawing, selection.stage);
    case 'rail':
      return deleteRail(drawing, selection.stage);
    case 'step':
      return deleteStep(drawing, selection.stage, selection.id);
    case 'link':
    case 'exit': {
      const { kind, stage, id } = selection;
      return {
        label: kind === 'link' ? `Delete the link ${name}` : `Delete ${name}`,
        removes: true,
        select: holderSelection(drawing, stage),
        recipe: (draft) => {
          const at = drawnFrame(draft, stage);
          if (!at) return;
          if (kind === 'link') at.links = at.links.filter((link) => link.id !== id);
          else if ('exits' in at) at.exits = at.exits.filter((exit) => exit.id !== id);
        },
      };
    }
  }
}
