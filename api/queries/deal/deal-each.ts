import type { z } from 'zod';
import type { StepOf } from '#core/drawing/step.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { dealEach } from '../../contract/deal-parts.ts';
import type { TaskRow } from '../task/task-row.ts';
import { isSettled } from '#core/run/scopes/frame.ts';
import { occurrenceOf, ofKind, taskOfItem, type RunStep } from './frames.ts';

type DealEach = z.infer<typeof dealEach>;

interface Around {
  drawing: Drawing;
  tasks: TaskRow[];
  departments: Map<string, string>;
}

/** Steps that are done for several items, with each item's state and what may be added. */
export function dealEaches(steps: RunStep[], around: Around): DealEach[] {
  return ofKind(steps, 'each')
    .filter(({ state }) => state.items !== undefined)
    .map((run): DealEach => {
      const { where, step, state } = run;
      const items = Object.entries(state.items ?? {});
      const passing = new Set(step.outcomes.filter(({ passes }) => passes).map(({ id }) => id));
      const choices = choicesOf(run, around);
      return {
        ...occurrenceOf(run),
        where,
        title: step.name,
        need: step.need ?? items.length,
        passed: items.filter(([, { port }]) => port !== undefined && passing.has(port)).length,
        ended: isSettled(state),
        items: items.map(([item, { status, port }]) => ({
          item,
          name: choices.find(({ id }) => id === item)?.label ?? item,
          state: status,
          outcome: step.outcomes.find(({ id }) => id === port)?.label ?? port ?? null,
          taskId: taskOfItem(run, item, around.tasks)?.id ?? null,
        })),
        mayAdd: mayAdd(run) ? choices.filter(({ id }) => !Object.hasOwn(state.items!, id)) : [],
      };
    });
}

function mayAdd({ step, state }: RunStep<StepOf<'each'>>): boolean {
  return step.mayAdd === true && !isSettled(state);
}

function choicesOf({ step }: RunStep<StepOf<'each'>>, { drawing, departments }: Around) {
  const { over } = step;
  if (over.kind === 'departments') return [...departments].map(([id, label]) => ({ id, label }));
  const field = drawing.fields.find(({ id }) => id === over.field);
  return (field?.options ?? []).map(({ value, label }) => ({ id: value, label }));
}
