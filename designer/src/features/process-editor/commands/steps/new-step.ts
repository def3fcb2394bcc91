import type { Drawing } from '#core/drawing/drawing.ts';
import type { Field, FieldType } from '#core/drawing/field.ts';
import { newMail } from '#core/drawing/new-mail.ts';
import type { Step, StepKind, StepOf } from '#core/drawing/step.ts';
import { newId } from '../new-id.ts';

/** What the palette and messages call a kind of step. */
export const stepKindNames: Record<StepKind, string> = {
  task: 'Task',
  approval: 'Approval',
  each: 'For each',
  email: 'E-mail',
  wait: 'Wait',
  branch: 'Branch',
  update: 'Set fields',
  assign: 'Assign',
  notify: 'Notify',
  webhook: 'Webhook',
  score: 'Score',
  process: 'Process',
  leave: 'Leave',
};

const makers: { [K in StepKind]: (id: string, drawing: Drawing) => StepOf<K> } = {
  task: (id) => ({
    id,
    kind: 'task',
    name: 'New task',
    mandatory: true,
    assign: { kind: 'owner' },
    form: [],
    shows: [],
    outcomes: [{ id: 'done', label: 'Done', passes: true }],
  }),
  approval: (id) => ({
    id,
    kind: 'approval',
    name: 'New approval',
    mandatory: true,
    approvers: [{ id: newId('approver'), to: { kind: 'role', role: 'manager' } }],
    shows: [],
  }),
  each: (id, { fields }) => ({
    id,
    kind: 'each',
    name: 'For each item',
    mandatory: true,
    over: { kind: 'list', field: firstOf(fields, 'choices') },
    assign: { kind: 'owner' },
    form: [],
    shows: [],
    outcomes: [{ id: 'done', label: 'Done', passes: true }],
  }),
  email: (id) => ({
    id,
    kind: 'email',
    name: 'New e-mail',
    mandatory: true,
    ...newMail,
  }),
  wait: (id) => ({
    id,
    kind: 'wait',
    name: 'Wait',
    mandatory: true,
    for: { kind: 'time', duration: { n: 2, unit: 'bd' } },
  }),
  branch: (id) => ({
    id,
    kind: 'branch',
    name: 'New branch',
    mandatory: true,
    cases: [{ port: newId('case'), label: 'Yes', when: '' }],
    default: { port: 'otherwise', label: 'Otherwise' },
  }),
  update: (id) => ({ id, kind: 'update', name: 'Set fields', mandatory: true, set: [] }),
  assign: (id) => ({
    id,
    kind: 'assign',
    name: 'Assign',
    mandatory: true,
    what: 'deal',
    to: { kind: 'owner' },
  }),
  notify: (id) => ({
    id,
    kind: 'notify',
    name: 'Notify',
    mandatory: false,
    to: [{ kind: 'owner' }],
    message: 'Something to look at',
  }),
  webhook: (id) => ({
    id,
    kind: 'webhook',
    name: 'Call a webhook',
    mandatory: true,
    url: 'https://',
    sends: [],
  }),
  score: (id, { fields }) => ({
    id,
    kind: 'score',
    name: 'Score the deal',
    mandatory: true,
    rules: [{ label: 'First rule', when: '', points: 10 }],
    field: firstOf(fields, 'number'),
  }),
  process: (id) => ({
    id,
    kind: 'process',
    name: 'Start a process',
    mandatory: true,
    process: 'none',
    fields: [],
  }),
  leave: (id) => ({ id, kind: 'leave', name: 'Leave the stage', mandatory: false, to: 'lost' }),
};

/** The first field of a type; a name that is none where the process has no such field yet. */
function firstOf(fields: readonly Field[], type: FieldType): string {
  return fields.find((field) => field.type === type)?.id ?? 'chooseAField';
}

/**
 * A new step of a kind with a fresh id, ready to be filled. Work of people gets a due time where the
 * process has a policy that says who hears of it.
 */
export function newStep(kind: StepKind, drawing: Drawing): Step {
  const step = makers[kind](newId(kind), drawing);
  const policy = drawing.policies[0]?.id;
  if (!isWork(step) || policy === undefined) return step;
  return { ...step, due: { n: 1, unit: 'bd' }, policy };
}

/** A step that people do: it has a due time and a policy. */
export type WorkStep = StepOf<'task' | 'approval' | 'each'>;

export function isWork(step: Step): step is WorkStep {
  return step.kind === 'task' || step.kind === 'approval' || step.kind === 'each';
}
