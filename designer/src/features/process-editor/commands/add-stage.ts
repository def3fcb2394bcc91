import type { Drawing } from '#core/drawing/drawing.ts';
import type { Stage } from '#core/drawing/stage.ts';
import type { Command, Refusal } from './command.ts';
import { newId } from './new-id.ts';

/** As the schema of drawings has it; more would not be saved. */
export const MOST_STAGES = 60;

function newStage(name: string, probability: number): Stage {
  return {
    id: newId('stage'),
    name,
    probability,
    entry: [],
    criteria: [],
    steps: [],
    links: [],
    exits: [],
  };
}

/** Between its neighbours, in whole percent; the last stage is most likely. */
function probabilityAt(stages: readonly Stage[], index: number): number {
  const before = stages[index - 1]?.probability ?? 0;
  const after = stages[index]?.probability ?? 100;
  return Math.round((before + Math.max(before, after)) / 2);
}

/**
 * Adds a stage behind `after` (or at the end) and joins it in: exits of the stage before that led
 * to the next one lead to the new stage, which leads on.
 */
export function addStage(drawing: Drawing, after?: string): Command | Refusal {
  const { stages } = drawing;
  if (stages.length >= MOST_STAGES)
    return { refused: `A process has at most ${MOST_STAGES} stages.` };
  const found = stages.findIndex((stage) => stage.id === after);
  const index = found === -1 ? stages.length : found + 1;
  const stage = newStage(`New stage ${stages.length + 1}`, probabilityAt(stages, index));
  const next = stages[index]?.id ?? 'won';
  const exit = { id: newId('exit'), mode: 'auto' as const, to: next, ungated: false };
  const before = stages[index - 1];
  return {
    label: before ? `Add a stage behind ${before.name}` : 'Add the first stage',
    select: { kind: 'stage', stage: stage.id },
    recipe: (draft) => {
      for (const one of draft.stages[index - 1]?.exits ?? []) {
        if (one.to === next) one.to = stage.id;
      }
      draft.stages.splice(index, 0, { ...stage, exits: [exit] });
    },
  };
}
