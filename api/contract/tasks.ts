import { oc } from '@orpc/contract';
import { z } from 'zod';
import { fieldSchema } from '#core/drawing/field.ts';
import { pauseReasons } from '#core/drawing/pause-reasons.ts';
import { approvalParts } from './deal-parts.ts';
import { dealFile } from './deal.ts';
import {
  drawnId,
  fieldValue,
  fieldValues,
  id,
  instant,
  page,
  pageInput,
  personRef,
  written,
  zone,
} from './primitives.ts';

export const taskViews = ['mine', 'queue', 'withoutOwner', 'done'] as const;
export const taskStates = [
  'offered',
  'ready',
  'assigned',
  'in_progress',
  'done',
  'waived',
  'notNeeded',
  'cancelled',
  'recalled',
] as const;
export const taskKinds = ['task', 'approval', 'item', 'attempt'] as const;

export const taskItem = z.object({
  id,
  title: z.string(),
  stageName: z.string(),
  customer: z.string(),
  dealId: id,
  dealNumber: z.string(),
  /** `null` with `valueHidden` when the person's grants do not cover it. */
  valueMinor: z.number().nullable(),
  valueHidden: z.boolean(),
  currency: z.string(),
  department: z.object({ key: z.string(), name: z.string() }).nullable(),
  assignee: personRef.nullable(),
  /** Anybody of this role may take it. */
  role: z.string().nullable(),
  kind: z.enum(taskKinds),
  /** Of a repeated task: which attempt it is, of how many at most. */
  attempt: z.object({ number: z.number(), most: z.number() }).nullable(),
  state: z.enum(taskStates),
  mandatory: z.boolean(),
  openedAt: instant,
  dueAt: instant.nullable(),
  dueZone: zone,
  /** "15.2 bh", "2.5 bh over"; `null` without a due. */
  leftText: z.string().nullable(),
  level: z.string().nullable(),
  /** How often its priority was raised. */
  priority: z.number(),
  /** Who is waited for while its clock stands, and since when. */
  waiting: z.object({ why: z.enum(pauseReasons), since: instant }).nullable(),
  /** The deal, or its whole process, stands. */
  held: z.boolean(),
  visit: z.number(),
  revision: z.number(),
});

export const taskDetail = taskItem.extend({
  playbook: z.string().nullable(),
  /** Of the deal's fields: what its facts and its form were read on. */
  fieldsRevision: z.number(),
  /** Counts how often the draft of the form was saved. */
  draftRevision: z.number(),
  /** Fields to fill, in order, with their present or drafted values, and what the deal says. */
  form: z.array(
    z.object({
      field: fieldSchema,
      required: z.boolean(),
      value: fieldValue.nullable(),
      onDeal: fieldValue.nullable(),
    }),
  ),
  /** Granted facts of the deal, read only. */
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  files: z.array(z.object({ field: fieldSchema, required: z.boolean(), files: z.array(dealFile) })),
  outcomes: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      passes: z.boolean(),
      next: z.string().nullable(),
    }),
  ),
  /** Of an approver's part: the approval with everybody's word. */
  approval: approvalParts.nullable(),
  usedText: z.string().nullable(),
  usedRatio: z.number().nullable(),
  dealOwner: personRef.nullable(),
  /** Why it came to this person or department. */
  givenBecause: z.string(),
  /** What was written when it was paused. */
  waitingNote: z.string().nullable(),
  may: z.object({
    claim: z.boolean(),
    release: z.boolean(),
    complete: z.boolean(),
    /** Of an approval: give one's word, not being who asked for it. */
    decide: z.boolean(),
    /** Reasons for which the task may wait now; empty when it may not. */
    pause: z.array(z.enum(pauseReasons)),
    resume: z.boolean(),
    waive: z.boolean(),
    openDeal: z.boolean(),
  }),
});
export type TaskItem = z.infer<typeof taskItem>;
export type TaskDetail = z.infer<typeof taskDetail>;

const taskId = id;
const revision = z.number().int();

export const tasksContract = {
  list: oc
    .route({ method: 'GET', path: '/tasks', tags: ['Tasks'] })
    .input(
      z.object({
        view: z.enum(taskViews).default('mine'),
        department: z.string().optional(),
        q: z.string().max(80).optional(),
        ...pageInput,
      }),
    )
    .output(page(taskItem)),
  counts: oc.route({ method: 'GET', path: '/tasks/counts', tags: ['Tasks'] }).output(
    z.object({
      mine: z.number(),
      queue: z.number(),
      done: z.number(),
      overdue: z.number(),
      /** Of people who have left, or in nobody's hands and no queue; what the person may look at. */
      withoutOwner: z.number(),
      oldestQueueDueAt: instant.nullable(),
    }),
  ),
  get: oc
    .route({ method: 'GET', path: '/tasks/{taskId}', tags: ['Tasks'] })
    .input(z.object({ taskId }))
    .output(taskDetail),
  /** First claim wins: 409 `claimed` names who has it. */
  claim: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/claim', tags: ['Tasks'] })
    .input(z.object({ taskId, revision }))
    .output(taskItem),
  release: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/release', tags: ['Tasks'] })
    .input(z.object({ taskId, revision }))
    .output(taskItem),
  /** 409 `stale` with the values of the draft as it is, when it was saved since `draftRevision` was read. */
  saveDraft: oc
    .route({ method: 'PUT', path: '/tasks/{taskId}/draft', tags: ['Tasks'] })
    .input(z.object({ taskId, draftRevision: revision, values: fieldValues }))
    .output(written.extend({ draftRevision: z.number() })),
  /**
   * 422 `form-invalid` with every wrong or missing field and file; 409 `not-open` when it is closed,
   * `stale` when the task, a field that the form sets, or the draft was changed since it was read.
   */
  complete: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/complete', tags: ['Tasks'] })
    .input(
      z.object({
        taskId,
        revision,
        fieldsRevision: revision,
        draftRevision: revision,
        outcome: drawnId,
        values: fieldValues,
      }),
    )
    .output(
      z.object({
        ok: z.literal(true),
        dealId: id,
        dealStage: z.string(),
        nextTitle: z.string().nullable(),
      }),
    ),
  /** The owner asks for an offered optional step, or says it is not needed (E4). */
  request: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/request', tags: ['Tasks'] })
    .input(z.object({ taskId, revision }))
    .output(written),
  notNeeded: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/not-needed', tags: ['Tasks'] })
    .input(z.object({ taskId, revision }))
    .output(written),
  waive: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/waive', tags: ['Tasks'] })
    .input(z.object({ taskId, revision, reason: z.string().min(3).max(500) }))
    .output(written),
  /**
   * One approver's word (E3). 403 for who is none of the approvers, 409 `own-request` for who asked, `stale`
   * when a field that the approval shows was changed since it was read.
   */
  decide: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/decide', tags: ['Tasks'] })
    .input(
      z.object({
        taskId,
        revision,
        fieldsRevision: revision,
        decision: z.enum(['approved', 'rejected']),
        note: z.string().max(2000).optional(),
      }),
    )
    .output(written),
  /** The task waits for somebody, and its clock stands. */
  pause: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/pause', tags: ['Tasks'] })
    .input(
      z.object({
        taskId,
        revision,
        why: z.enum(pauseReasons),
        note: z.string().min(3).max(2000),
      }),
    )
    .output(written),
  resume: oc
    .route({ method: 'POST', path: '/tasks/{taskId}/resume', tags: ['Tasks'] })
    .input(z.object({ taskId, revision, note: z.string().max(2000).optional() }))
    .output(written),
};
