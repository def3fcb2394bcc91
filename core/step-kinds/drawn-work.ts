import { z } from 'zod';
import { compileTiming } from '../definition/compiling/compile-timing.ts';
import type { ConditionChecker } from '../definition/compiling/condition-checker.ts';
import { elementId } from '../drawing/element-id.ts';
import { assigneeSchema } from '../drawing/people.ts';
import { assignCasesSchema, formItemSchema, outcomeSchema } from '../drawing/step-base.ts';
import { timingSchema, type Timing } from '../drawing/timing.ts';
import type { WorkDefinition } from './compiled-step.ts';
import type { NamedAssignee, NamedField, StepExpression, StepTime } from './drawn-kind.ts';
import { listed, neededFields } from './drawn-fields.ts';

/** What a step has that gives people something to fill in. */
export const workShape = {
  assign: assigneeSchema,
  assignCases: assignCasesSchema.optional(),
  /** Fields that the person fills; a field of type `file` is a file to attach. */
  form: z.array(formItemSchema).max(60).default([]),
  /** Fields of the deal that the person may see beside the form. */
  shows: z.array(elementId).max(60).default([]),
  due: timingSchema.optional(),
  policy: elementId.optional(),
  outcomes: z.array(outcomeSchema).min(1).max(12),
  playbook: z.string().max(8000).optional(),
};
const workSchema = z.object(workShape);
type Work = z.infer<typeof workSchema>;

export function* workFields(work: Work, assignees: Iterable<NamedAssignee>): Iterable<NamedField> {
  for (const [i, { field }] of work.form.entries()) yield { field, fieldPath: `form.${i}.field` };
  yield* listed(work.shows, 'shows');
  yield* neededFields(assignees);
}

/** The assignee, and those of the cases. */
export function* workAssignees({ assign, assignCases = [] }: Work): Iterable<NamedAssignee> {
  yield { to: assign, fieldPath: 'assign' };
  for (const [i, { to }] of assignCases.entries()) yield { to, fieldPath: `assignCases.${i}.to` };
}

export function* workExpressions({ due, assignCases }: Work): Iterable<StepExpression> {
  yield* timingExpressions(due, 'due');
  yield* conditions(assignCases, 'assignCases');
}

/** The conditions of the cases of a time. */
export function timingExpressions(
  timing: Timing | undefined,
  fieldPath: string,
): Iterable<StepExpression> {
  return conditions(timing?.cases, `${fieldPath}.cases`);
}

/** The condition of each entry of a list. */
export function* conditions(
  list: readonly { when: string }[] = [],
  fieldPath: string,
): Iterable<StepExpression> {
  for (const [i, { when }] of list.entries()) {
    yield { text: when, fieldPath: `${fieldPath}.${i}.when`, expected: 'boolean' };
  }
}

export function* dueTime({ due }: { due?: Timing | undefined }): Iterable<StepTime> {
  if (due) yield { timing: due, fieldPath: 'due', as: 'due' };
}

export function compileWork(work: Work, checker: ConditionChecker): WorkDefinition {
  const { assign, assignCases = [], due, policy } = work;
  return {
    assign,
    ...(assignCases.length > 0 && {
      assignCases: assignCases.map(({ when, to }) => ({
        when: checker.compile(when, 'boolean'),
        to,
      })),
    }),
    ...(due && { due: compileTiming(due, checker) }),
    ...(policy && { policy }),
  };
}

export function compileCarry({ until }: { until?: string | undefined }) {
  return until === undefined ? {} : { until };
}
