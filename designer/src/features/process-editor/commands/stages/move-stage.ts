import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command, Refusal } from '../command.ts';
import { swapStages } from './swap-stages.ts';

/** A rail that would run backwards now runs between the same stages, from the earlier one. */
function turnRails(draft: Drawing): void {
  const at = (id: string) => draft.stages.findIndex((stage) => stage.id === id);
  for (const rail of draft.rails ?? []) {
    if (at(rail.from) > at(rail.to)) [rail.from, rail.to] = [rail.to, rail.from];
  }
}

/**
 * Moves a stage one place to the left (-1) or to the right (1). Deals go through both in the new order:
 * the exits that joined them in lead elsewhere, and the probabilities stay with the places.
 */
export function moveStage(drawing: Drawing, stageId: string, by: -1 | 1): Command | Refusal {
  const index = drawing.stages.findIndex((stage) => stage.id === stageId);
  const stage = drawing.stages[index];
  const other = drawing.stages[index + by];
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  if (!other)
    return { refused: `${stage.name} is already the ${by < 0 ? 'first' : 'last'} stage.` };
  const at = Math.min(index, index + by);
  const exits = swapStages(structuredClone(drawing), at);
  const tail = exits === 0 ? '' : `: ${exits} ${exits === 1 ? 'exit leads' : 'exits lead'} on anew`;
  return {
    label: `Move ${stage.name} ${by < 0 ? 'before' : 'behind'} ${other.name}${tail}`,
    recipe: (draft) => {
      swapStages(draft, at);
      turnRails(draft);
    },
  };
}
