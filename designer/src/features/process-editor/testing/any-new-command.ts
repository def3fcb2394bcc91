import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step } from '#core/drawing/step.ts';
import { addClock, deleteClock, editClock } from '../commands/clocks/clock-commands.ts';
import type { Command, Refusal } from '../commands/command.ts';
import { addStep } from '../commands/steps/add-step.ts';
import { connectSteps } from '../commands/links/connect-steps.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { duplicateStep } from '../commands/steps/duplicate-step.ts';
import { editExit, editLink } from '../commands/stages/edit-stage.ts';
import { editStep } from '../commands/steps/edit-step.ts';
import { addExit } from '../commands/exits/exit-commands.ts';
import { addFollowUp, deleteFollowUp, editFollowUp } from '../commands/exits/follow-up-commands.ts';
import { addRail, duplicateRail, editRail, moveRailStep } from '../commands/rails/rail-commands.ts';
import { stepKinds } from '../step-kinds/rules-of-kinds.ts';
import { nth, nothing, type Make, type Picks } from './picks.ts';

function withRail(
  drawing: Drawing,
  { a, b }: Picks,
  make: (rail: string, step: Step | undefined) => Command | Refusal,
): Command | Refusal {
  const rail = nth(drawing.rails ?? [], a);
  return rail ? make(rail.id, nth(rail.steps, b)) : nothing;
}

/** What only some kinds have, put on whatever step of that kind is met. */
function special(step: Step, fields: Drawing['fields'], c: number): void {
  const field = nth(fields, c)?.id ?? 'none';
  if (step.kind === 'task') {
    step.repeat = { on: [step.outcomes[0]?.id ?? 'done'], max: 3, every: { n: 1, unit: 'bd' } };
    step.due = { n: -2, unit: 'd', from: 'field', field };
  }
  if (step.kind === 'approval') Object.assign(step, { voidOn: [field], carry: {} });
  if (step.kind === 'process') {
    step.wait = { timeout: { n: 5, unit: 'd' }, results: [{ from: 'x', to: field }] };
  }
  if (step.kind === 'update') step.dates = [{ field, in: { n: 5, unit: 'd' } }];
}

/** Commands on rails, clocks, rework, ways back and what follows an end. */
export const newMakers: Make[] = [
  (drawing, { a }) => addRail(drawing, nth(drawing.stages, a)?.id),
  (drawing, picks) =>
    withRail(drawing, picks, (rail, step) =>
      addStep(drawing, rail, nth(stepKinds, picks.c) ?? 'task', step?.id),
    ),
  (drawing, picks) =>
    withRail(drawing, picks, (rail, step) =>
      step ? moveRailStep(drawing, rail, step.id, picks.c % 2 ? 1 : -1) : nothing,
    ),
  (drawing, picks) =>
    withRail(drawing, picks, (rail, step) =>
      step ? duplicateStep(drawing, rail, step.id) : nothing,
    ),
  (drawing, picks) =>
    withRail(drawing, picks, (stage, step) =>
      deleteSelection(
        drawing,
        step && picks.c % 4 ? { kind: 'step', stage, id: step.id } : { kind: 'rail', stage },
      ),
    ),
  (drawing, picks) =>
    withRail(drawing, picks, (rail, step) =>
      editRail(drawing, rail, {
        what: 'what sets it off',
        recipe: (target) => {
          target.trigger = step
            ? { on: 'step', stage: rail, step: step.id }
            : { on: 'event', event: 'reply' };
        },
      }),
    ),
  (drawing, picks) => withRail(drawing, picks, (rail) => duplicateRail(drawing, rail)),
  (drawing) => addClock(drawing).command,
  (drawing, { a }) => deleteClock(drawing, nth(drawing.clocks ?? [], a)?.id ?? ''),
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, b);
    const step = nth(stage?.steps ?? [], c);
    return editClock(drawing, nth(drawing.clocks ?? [], a)?.id ?? '', {
      what: 'start',
      recipe: (clock) => {
        if (stage && step) clock.start = { on: 'step', stage: stage.id, step: step.id };
      },
    });
  },
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    const link = nth(stage?.links ?? [], b);
    if (!stage || !link) return nothing;
    if (c % 2) return connectSteps(drawing, stage.id, link.to, link.from);
    return editLink(drawing, stage.id, link.id, {
      what: 'how often',
      recipe: (target) => {
        if (target.rework) target.rework = { max: c + 1 };
      },
    });
  },
  (drawing, { a, b }) =>
    addExit(drawing, nth(drawing.stages, a)?.id ?? '', nth(drawing.stages, b)?.id),
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    return editExit(drawing, stage?.id ?? '', nth(stage?.exits ?? [], b)?.id ?? '', {
      what: 'what is done again',
      recipe: (exit) => void (exit.redo = [nth(stage?.steps ?? [], c)?.id ?? 'none']),
    });
  },
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    const step = nth(stage?.steps ?? [], b);
    if (!stage || !step) return nothing;
    return editStep(drawing, {
      stage: stage.id,
      id: step.id,
      what: 'details',
      recipe: (target) => special(target, drawing.fields, c),
    });
  },
  (drawing, { a }) => addFollowUp(drawing, a % 2 ? 'won' : 'lost', 'PV-02'),
  (drawing, { a }) => {
    const id = nth(drawing.outcomes.won.then ?? [], a)?.id ?? '';
    return a % 2
      ? deleteFollowUp(drawing, 'won', id)
      : editFollowUp(drawing, 'won', id, {
          what: 'when it starts',
          recipe: (one) => void (one.after = { n: a + 1, unit: 'd' }),
        });
  },
];
