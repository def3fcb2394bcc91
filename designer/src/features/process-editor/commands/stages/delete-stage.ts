import type { Drawing } from '#core/drawing/drawing.ts';
import type { Exit, Stage } from '#core/drawing/stage.ts';
import type { StepOf } from '#core/drawing/step.ts';
import { holdersOf } from '../../state/selection.ts';
import type { Command, Refusal } from '../command.ts';
import { forgetStep, forgetTriggers } from '../steps/forget-step.ts';
import { redirectExit } from '../exits/redirect-exit.ts';

/** The exits that lead to a stage from before it. */
function exitsInto(drawing: Drawing, stage: string): Exit[] {
  const at = drawing.stages.findIndex((one) => one.id === stage);
  const before = drawing.stages.slice(0, at).flatMap(({ exits }) => exits);
  return before.filter((exit) => exit.to === stage);
}

/** The leave steps that lead to a stage, of other stages and of rails. */
function leavesInto(drawing: Drawing, stage: string): StepOf<'leave'>[] {
  const others = holdersOf(drawing).filter(({ id }) => id !== stage);
  return others.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'leave' && step.to === stage ? [step] : [])),
  );
}

/**
 * What led to the stage leads to the next one. Behind the last there is won: its exits go there as the
 * stage's own did, and a leave step, which would win the deal by itself, keeps the name and is a problem.
 */
function leadOn(draft: Drawing, gone: Stage, next: string | undefined): void {
  const end = gone.exits.find((exit) => exit.to === 'won');
  for (const exit of exitsInto(draft, gone.id)) redirectExit(exit, next ?? 'won', end);
  if (next === undefined) return;
  for (const step of leavesInto(draft, gone.id)) step.to = next;
}

/** Rails that began or ended at the stage begin or end beside it; without any stage there are none. */
function moveRails(draft: Drawing, gone: Stage, index: number): void {
  const [next, last] = [draft.stages[index] ?? draft.stages[index - 1], draft.stages[index - 1]];
  if (!next) {
    delete draft.rails;
    return;
  }
  for (const rail of draft.rails ?? []) {
    const [from, to] = [rail.from === gone.id, rail.to === gone.id];
    if (from) rail.from = next.id;
    if (to) rail.to = (from ? next : (last ?? next)).id;
  }
}

function forgetStage(draft: Drawing, gone: Stage, index: number): void {
  for (const stage of draft.stages) {
    stage.exits = stage.exits.filter((exit) => exit.to !== gone.id);
  }
  moveRails(draft, gone, index);
  forgetTriggers(draft, (trigger) => 'stage' in trigger && trigger.stage === gone.id);
  for (const step of holdersOf(draft).flatMap(({ steps }) => steps)) {
    if ('carry' in step && step.carry?.until === gone.id) delete step.carry.until;
  }
  for (const { id } of gone.steps) forgetStep(draft, gone, id);
}

/**
 * Removes a stage with all that is in it; what led forward to it leads to the next stage, or to won.
 * Exits back to it go with it.
 */
export function deleteStage(drawing: Drawing, stageId: string): Command | Refusal {
  const index = drawing.stages.findIndex((stage) => stage.id === stageId);
  const stage = drawing.stages[index];
  if (!stage) return { refused: 'This stage is no longer drawn.' };
  const next = drawing.stages[index + 1];
  const ways =
    exitsInto(drawing, stageId).length + (next ? leavesInto(drawing, stageId).length : 0);
  const tail = ways === 0 ? '' : `; ${ways} ${ways === 1 ? 'exit leads' : 'exits lead'}`;
  return {
    label: `Delete ${stage.name}${tail}${ways === 0 ? '' : ` to ${next?.name ?? 'Won'} now`}`,
    removes: true,
    select: next ? { kind: 'stage', stage: next.id } : { kind: 'process' },
    recipe: (draft) => {
      const old = draft.stages[index];
      if (old) leadOn(draft, old, next?.id);
      const [gone] = draft.stages.splice(index, 1);
      if (gone) forgetStage(draft, gone, index);
    },
  };
}
