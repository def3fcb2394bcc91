import type { Drawing } from '#core/drawing/drawing.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { findExit, leadsBack, selectionName, targetName } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';

/** As the schema of drawings has it; more would not be saved. */
const MOST_EXITS = 20;

/** How often a new way back may be taken. */
const FIRST_CAP = 3;

/**
 * Adds a manual exit to a stage: to the next stage, to won from the last one, or where asked. One to
 * an earlier stage is limited.
 */
export function addExit(drawing: Drawing, stageId: string, to?: string): Command | Refusal {
  const index = drawing.stages.findIndex((stage) => stage.id === stageId);
  const stage = drawing.stages[index];
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  if (stage.exits.length >= MOST_EXITS) {
    return { refused: `A stage has at most ${MOST_EXITS} exits.` };
  }
  const target = to ?? drawing.stages[index + 1]?.id ?? 'won';
  const back = leadsBack(drawing, stageId, target) ? { max: FIRST_CAP } : {};
  const exit = { id: newId('exit'), mode: 'manual' as const, to: target, ungated: false, ...back };
  return {
    label: `Add an exit from ${stage.name} to ${targetName(drawing, target)}`,
    select: { kind: 'exit', stage: stageId, id: exit.id },
    recipe: (draft) => {
      drawnStage(draft, stageId)?.exits.push(exit);
    },
  };
}

/** Moves an exit up (-1) or down (1) in the order in which exits are tried. */
export function moveExit(
  drawing: Drawing,
  stageId: string,
  id: string,
  by: -1 | 1,
): Command | Refusal {
  const exits = drawnStage(drawing, stageId)?.exits ?? [];
  const index = exits.findIndex((exit) => exit.id === id);
  if (!findExit(drawing, stageId, id)) return { refused: 'This exit is no longer drawn.' };
  if (!exits[index + by]) return { refused: 'This exit is already at the end of the order.' };
  const name = selectionName(drawing, { kind: 'exit', stage: stageId, id });
  return {
    label: `Try ${name} ${by < 0 ? 'earlier' : 'later'}`,
    recipe: (draft) => {
      const list = drawnStage(draft, stageId)?.exits;
      const [moved] = list?.splice(index, 1) ?? [];
      if (moved) list?.splice(index + by, 0, moved);
    },
  };
}
