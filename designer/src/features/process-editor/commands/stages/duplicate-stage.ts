import type { Drawing } from '#core/drawing/drawing.ts';
import type { Stage } from '#core/drawing/stage.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { MOST_STAGES } from './add-stage.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';
import { renewSteps } from '../steps/renew-steps.ts';

function copyOf(stage: Stage): Stage {
  const copy = structuredClone(stage);
  const fresh = renewSteps(copy);
  copy.id = newId('stage');
  copy.name = `${stage.name.slice(0, 53)} (copy)`;
  for (const exit of copy.exits) {
    exit.id = newId('exit');
    if (exit.redo) exit.redo = exit.redo.map(fresh);
  }
  for (const criterion of [...copy.entry, ...copy.criteria]) criterion.id = newId('criterion');
  return copy;
}

/** A copy of a stage with all its steps, behind it; nothing leads to the copy yet. */
export function duplicateStage(drawing: Drawing, stageId: string): Command | Refusal {
  const stage = drawnStage(drawing, stageId);
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  if (drawing.stages.length >= MOST_STAGES) {
    return { refused: `A process has at most ${MOST_STAGES} stages.` };
  }
  const copy = copyOf(stage);
  return {
    label: `Duplicate ${stage.name}`,
    select: { kind: 'stage', stage: copy.id },
    recipe: (draft) => {
      const index = draft.stages.findIndex((one) => one.id === stageId);
      draft.stages.splice(index + 1, 0, copy);
    },
  };
}
