import type { StepOf } from '#core/drawing/step.ts';
import { kindRules, none, work } from '../kind-rules.ts';

/** A task is no longer repeated when none of the outcomes is left that it is repeated for. */
function withoutRepeat(step: StepOf<'task'>, port: string): void {
  if (!step.repeat) return;
  const on = step.repeat.on.filter((one) => one !== port);
  if (on.length > 0) step.repeat.on = on;
  else delete step.repeat;
}

/** What commands know about the kind `task`. */
export const taskRules = kindRules<'task'>({
  ...work,
  name: 'Task',
  make: (id) => ({
    id,
    kind: 'task',
    name: 'New task',
    mandatory: true,
    assign: { kind: 'owner' },
    form: [],
    shows: [],
    outcomes: [{ id: 'done', label: 'Done', passes: true }],
  }),
  whyPortStays: ({ name, outcomes }) =>
    outcomes.length === 1 ? `${name} needs at least one outcome.` : undefined,
  takePort: (step, port) => {
    step.outcomes = step.outcomes.filter((one) => one.id !== port);
    withoutRepeat(step, port);
  },
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
