import type { Drawing } from '#core/drawing/drawing.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import type { Command, Refusal } from '../command.ts';
import { newId } from '../new-id.ts';
import { redirectExit } from '../exits/redirect-exit.ts';

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

/** Where deals go on from a stage: to the next one, or to won where only that is drawn. */
function onwardsOf(stage: Stage | undefined, next: string | undefined): string {
  const leadsTo = (to: string) => stage?.exits.some((exit) => exit.to === to) === true;
  if (next === undefined || (leadsTo('won') && !leadsTo(next))) return 'won';
  return next;
}

/** Between its neighbours, in whole percent; in a process that sells nothing all stay at 0. */
function probabilityAt({ kind, stages }: Drawing, index: number, to: string): number {
  const before = stages[index - 1]?.probability ?? 0;
  if (kind === 'service') return before;
  const after = to === 'won' ? 100 : (stages[index]?.probability ?? 100);
  return Math.round((before + Math.max(before, after)) / 2);
}

/** The way out of the new stage; to won it is the one that the stage before had, by hand at least. */
function wayOn(before: Stage | undefined, to: string): Exit {
  const exit: Exit = { id: newId('exit'), mode: 'auto', to, ungated: false };
  if (to !== 'won') return exit;
  const name = before?.exits.find((one) => one.to === 'won')?.name;
  return { ...exit, mode: 'manual', ...(name && { name }) };
}

/**
 * Adds a stage behind `after` (or at the end) and joins it in: what led from the stage before to the next
 * one, or to won, leads to the new stage, which leads on.
 */
export function addStage(drawing: Drawing, after?: string): Command | Refusal {
  const { stages } = drawing;
  if (stages.length >= MOST_STAGES)
    return { refused: `A process has at most ${MOST_STAGES} stages.` };
  const found = stages.findIndex((stage) => stage.id === after);
  const index = found === -1 ? stages.length : found + 1;
  const before = stages[index - 1];
  const to = onwardsOf(before, stages[index]?.id);
  const stage = newStage(`New stage ${stages.length + 1}`, probabilityAt(drawing, index, to));
  const exit = wayOn(before, to);
  return {
    label: before ? `Add a stage behind ${before.name}` : 'Add the first stage',
    select: { kind: 'stage', stage: stage.id },
    recipe: (draft) => {
      for (const one of draft.stages[index - 1]?.exits ?? []) {
        if (one.to === to) redirectExit(one, stage.id);
      }
      draft.stages.splice(index, 0, { ...stage, exits: [exit] });
    },
  };
}
