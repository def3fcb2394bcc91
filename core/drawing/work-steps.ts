import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { elementId } from './element-id.ts';
import { assigneeSchema } from './people.ts';
import {
  assignCasesSchema,
  carrySchema,
  formItemSchema,
  outcomeSchema,
  stepBase,
} from './step-base.ts';
import { timingSchema } from './timing.ts';

/** Why a person may stop a task's clock (§1.7 of the rules of clocks): who is waited for. */
export const pauseReasons = ['customer', 'thirdParty', 'internal'] as const;
export type PauseReason = (typeof pauseReasons)[number];

const work = {
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

export const taskStepSchema = z.object({
  ...stepBase,
  kind: z.literal('task'),
  ...work,
  carry: carrySchema.optional(),
  /** Reasons for which the task may wait while its clock stands. `internal` = sent back with a question. */
  pauses: z.array(z.enum(pauseReasons)).max(3).optional(),
  /** Done again while it ends by one of these outcomes; port `each` after every attempt. */
  repeat: z
    .object({
      on: z.array(elementId).min(1).max(12),
      max: z.number().int().min(2).max(50),
      every: durationSchema,
    })
    .optional(),
});

/** The same task for each item, under way at once (E8). Ports `done` and `short`. */
export const eachStepSchema = z.object({
  ...stepBase,
  kind: z.literal('each'),
  /** Items: the values of a `choices` field, or departments, each the assignee of its own item. */
  over: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('list'), field: elementId }),
    z.object({
      kind: z.literal('departments'),
      departments: z.array(z.string().min(1)).min(1).max(20),
    }),
  ]),
  ...work,
  /** How many items must pass: all when absent. */
  need: z.number().int().min(1).max(100).optional(),
  /**
   * The rest, once enough have passed: the step waits for it (`wait`, when absent), goes on while it
   * stays open (`ignore`, as at a join), or it is cancelled.
   */
  late: z.enum(['wait', 'ignore', 'cancel']).optional(),
  /** People may add items while it runs. */
  mayAdd: z.boolean().optional(),
});

/** Who may approve: `count` people of an assignee rule, up to a limit on a number, money or percent field. */
const approverSchema = z.object({
  id: elementId,
  to: assigneeSchema,
  count: z.number().int().min(1).max(9).optional(),
  upTo: z.object({ field: elementId, max: z.number() }).optional(),
});
export type Approver = z.infer<typeof approverSchema>;

/** Ports `approved` and `rejected` (E3). */
export const approvalStepSchema = z.object({
  ...stepBase,
  kind: z.literal('approval'),
  approvers: z.array(approverSchema).min(1).max(8),
  /** How many approvals it takes; `all` when absent. */
  need: z.union([z.literal('all'), z.number().int().min(1).max(30)]).optional(),
  /** `first`: one rejection rejects; `quorum`: only when approval has become impossible. */
  rejects: z.enum(['first', 'quorum']).optional(),
  /** Whoever did one of these steps of the stage may not approve; who asked for it never may. */
  notBy: z.array(elementId).max(20).optional(),
  /** A change of one of these fields voids the approval (E14). */
  voidOn: z.array(elementId).max(40).optional(),
  shows: z.array(elementId).max(60).default([]),
  due: timingSchema.optional(),
  policy: elementId.optional(),
  carry: carrySchema.optional(),
  playbook: z.string().max(8000).optional(),
});
