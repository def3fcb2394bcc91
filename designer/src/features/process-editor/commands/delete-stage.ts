import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command, Refusal } from './command.ts';

/** Every exit and leave step of a drawing that leads to `stage`, as things that can be redirected. */
function waysInto(drawing: Drawing, stage: string): { to: string }[] {
  return drawing.stages.flatMap((one) => [
    ...one.exits.filter((exit) => exit.to === stage),
    ...one.steps.flatMap((step) => (step.kind === 'leave' && step.to === stage ? [step] : [])),
  ]);
}

/** Removes a stage with all that is in it; what led to it leads to the next stage, or to won. */
export function deleteStage(drawing: Drawing, stageId: string): Command | Refusal {
  const index = drawing.stages.findIndex((stage) => stage.id === stageId);
  const stage = drawing.stages[index];
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  const next = drawing.stages[index + 1];
  const ways = waysInto(drawing, stageId).length;
  const tail = ways === 0 ? '' : `; ${ways} ${ways === 1 ? 'exit leads' : 'exits lead'}`;
  return {
    label: `Delete ${stage.name}${tail}${ways === 0 ? '' : ` to ${next?.name ?? 'Won'} now`}`,
    removes: true,
    select: next ? { kind: 'stage', stage: next.id } : { kind: 'process' },
    recipe: (draft) => {
      for (const way of waysInto(draft, stageId)) way.to = next?.id ?? 'won';
      draft.stages.splice(index, 1);
    },
  };
}
