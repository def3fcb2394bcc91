import type { Drawing } from '#core/drawing/drawing.ts';
import type { Step, StepKind, StepOf } from '#core/drawing/step.ts';
import { newId } from './new-id.ts';

/** What the palette and messages call a kind of step. */
export const stepKindNames: Record<StepKind, string> = {
  task: 'Task',
  email: 'E-mail',
  wait: 'Wait',
  branch: 'Branch',
  update: 'Set fields',
  assign: 'Assign',
  notify: 'Notify',
  leave: 'Leave',
};

const makers: { [K in StepKind]: (id: string) => StepOf<K> } = {
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
  email: (id) => ({
    id,
    kind: 'email',
    name: 'New e-mail',
    mandatory: true,
    subject: 'About your enquiry',
    body: 'Hello {{ contact.name }},\n\n\n\nBest regards\n{{ owner.name }}',
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
  leave: (id) => ({ id, kind: 'leave', name: 'Leave the stage', mandatory: false, to: 'lost' }),
};

/**
 * A new step of a kind with a fresh id, ready to be filled. A task gets a due time where the process
 * has a policy that says who hears of it.
 */
export function newStep(kind: StepKind, { policies }: Drawing): Step {
  const step = makers[kind](newId(kind));
  const policy = policies[0]?.id;
  if (step.kind !== 'task' || policy === undefined) return step;
  return { ...step, due: { n: 1, unit: 'bd' }, policy };
}
