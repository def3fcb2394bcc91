import fc from 'fast-check';
import type { Drawing } from '#core/drawing/drawing.ts';
import { portsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import { addStage } from '../commands/stages/add-stage.ts';
import { addStep } from '../commands/steps/add-step.ts';
import { applyFix } from '../commands/apply-fix.ts';
import type { Command, Refusal } from '../commands/command.ts';
import { connectSteps } from '../commands/links/connect-steps.ts';
import { deletePort } from '../commands/links/delete-port.ts';
import { deleteSelection } from '../commands/delete-selection.ts';
import { duplicateStage } from '../commands/stages/duplicate-stage.ts';
import { duplicateStep } from '../commands/steps/duplicate-step.ts';
import { editProcess, replaceDrawing } from '../commands/edit-process.ts';
import { editExit, editLink, editStage } from '../commands/stages/edit-stage.ts';
import { editStep } from '../commands/steps/edit-step.ts';
import { addExit, moveExit } from '../commands/exits/exit-commands.ts';
import { addField, addFieldToForm, deleteField } from '../commands/fields/field-commands.ts';
import { insertStep } from '../commands/steps/insert-step.ts';
import { moveStage } from '../commands/stages/move-stage.ts';
import { addPolicy, deletePolicy } from '../commands/clocks/policy-commands.ts';
import { addReason, deleteReason } from '../commands/exits/reason-commands.ts';
import { newMakers } from './any-new-command.ts';
import { stepKinds } from '../step-kinds/rules-of-kinds.ts';
import { nothing, nth, type Make, type Picks } from './picks.ts';
import { sampleDrawing } from './sample-drawing.ts';

function withStep(
  drawing: Drawing,
  { a, b }: Picks,
  make: (stage: string, step: Step) => Command | Refusal,
) {
  const stage = nth(drawing.stages, a);
  const step = nth(stage?.steps ?? [], b);
  return stage && step ? make(stage.id, step) : nothing;
}

const makers: Make[] = [
  ...newMakers,
  (drawing, { a }) => addStage(drawing, nth(drawing.stages, a)?.id),
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    const after = nth(stage?.steps ?? [], c)?.id;
    return addStep(drawing, stage?.id ?? '', nth(stepKinds, b) ?? 'task', after);
  },
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    const link = nth(stage?.links ?? [], b);
    return link
      ? insertStep(drawing, stage?.id ?? '', link.id, nth(stepKinds, c) ?? 'task')
      : nothing;
  },
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    const [from, to] = [nth(stage?.steps ?? [], b), nth(stage?.steps ?? [], c)];
    return from && to ? connectSteps(drawing, stage?.id ?? '', from.id, to.id) : nothing;
  },
  (drawing, picks) =>
    withStep(drawing, picks, (stage, { id }) =>
      deleteSelection(drawing, { kind: 'step', stage, id }),
    ),
  (drawing, { a }) =>
    deleteSelection(drawing, { kind: 'stage', stage: nth(drawing.stages, a)?.id ?? '' }),
  (drawing, { a, b }) => {
    const stage = nth(drawing.stages, a);
    const id = nth(stage?.links ?? [], b)?.id ?? '';
    return deleteSelection(drawing, { kind: 'link', stage: stage?.id ?? '', id });
  },
  (drawing, picks) =>
    withStep(drawing, picks, (stage, { id }) => duplicateStep(drawing, stage, id)),
  (drawing, picks) =>
    withStep(drawing, picks, (stage, step) =>
      deletePort(drawing, stage, step.id, nth(portsOf(step), picks.c)?.id ?? ''),
    ),
  (drawing, { a }) => duplicateStage(drawing, nth(drawing.stages, a)?.id ?? ''),
  (drawing, { a, b }) => moveStage(drawing, nth(drawing.stages, a)?.id ?? '', b % 2 ? 1 : -1),
  (drawing, picks) =>
    withStep(drawing, picks, (stage, { id }) =>
      editStep(drawing, {
        stage,
        id,
        what: 'name',
        typing: true,
        recipe: (step) => {
          step.name = `Step ${picks.c}`;
        },
      }),
    ),
  (drawing, { a, b }) =>
    editStage(drawing, nth(drawing.stages, a)?.id ?? '', {
      what: 'deadline',
      recipe: (stage) => {
        if (b % 2) delete stage.deadline;
        else stage.deadline = { after: { n: b + 1, unit: 'bd' } };
      },
    }),
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    return editLink(drawing, stage?.id ?? '', nth(stage?.links ?? [], b)?.id ?? '', {
      what: 'condition',
      typing: true,
      recipe: (link) => {
        link.when = `deal.systemSize > ${c}.0`;
      },
    });
  },
  (drawing, { a, b }) =>
    addExit(drawing, nth(drawing.stages, a)?.id ?? '', b % 2 ? 'lost' : undefined),
  (drawing, { a, b, c }) => {
    const stage = nth(drawing.stages, a);
    const id = nth(stage?.exits ?? [], b)?.id ?? '';
    return moveExit(drawing, stage?.id ?? '', id, c % 2 ? 1 : -1);
  },
  (drawing, { a, b }) => {
    const stage = nth(drawing.stages, a);
    return editExit(drawing, stage?.id ?? '', nth(stage?.exits ?? [], b)?.id ?? '', {
      what: 'mode',
      recipe: (exit) => {
        exit.mode = 'event';
        exit.event = 'deadline';
      },
    });
  },
  (drawing, { a }) => addField(drawing, `Field ${a}`, 'text').command,
  (drawing, picks) =>
    withStep(drawing, picks, (stage, { id }) =>
      addFieldToForm(drawing, { stage, step: id }, 'Offer date', 'date'),
    ),
  (drawing, { a }) => deleteField(drawing, nth(drawing.fields, a)?.id ?? ''),
  (drawing) => addPolicy(drawing).command,
  (drawing, { a }) => deletePolicy(drawing, nth(drawing.policies, a)?.id ?? ''),
  (drawing, { a }) => addReason(drawing, a % 2 ? 'won' : 'lost', `Reason ${a}`),
  (drawing, { a }) =>
    deleteReason(drawing, 'lost', nth(drawing.outcomes.lost.reasons, a)?.id ?? ''),
  (_drawing, { a }) =>
    editProcess({
      what: 'name',
      typing: true,
      recipe: (draft) => void (draft.name = `Process ${a}`),
    }),
  () => replaceDrawing(sampleDrawing(), 'Restore version 1'),
  (drawing, { a }) =>
    applyFix(
      {
        label: 'Ask for a reason',
        patch: [
          {
            op: 'add',
            path: ['outcomes', 'lost', 'reasons', '-'],
            value: { id: `r${a}`, label: 'Other' },
          },
          { op: 'remove', path: ['fields', drawing.fields.length - 1] },
        ],
      },
      { kind: 'end', end: 'lost' },
    ),
];

const small = fc.nat({ max: 13 });

/**
 * Any command of the editor on whatever drawing it meets, and the pause in typing before it; often
 * several times in a row, as typing does.
 */
export const anyCommand = fc
  .record({
    maker: fc.constantFrom(...makers.keys()),
    pause: fc.nat({ max: 1500 }),
    times: fc.integer({ min: 1, max: 3 }),
    a: small,
    b: small,
    c: small,
  })
  .map(({ maker, pause, times, ...picks }) => ({
    pause,
    makes: Array.from(
      { length: times },
      (_, time) => (drawing: Drawing) =>
        makers[maker]?.(drawing, { ...picks, c: picks.c + time }) ?? nothing,
    ),
    toString: () => `command ${maker} with ${JSON.stringify(picks)}, ${times} times`,
  }));
