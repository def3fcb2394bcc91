import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { elementId } from './element-id.ts';
import { assigneeSchema, recipientSchema } from './people.ts';

/** CEL text over `deal.<field>`; checked and compiled at publish (core/condition). */
export const conditionText = z.string().max(2000);

const base = {
  id: elementId,
  name: z.string().min(1).max(80),
  /** Read once, when the step's turn comes; false steps over the step (E1, E6). */
  when: conditionText.optional(),
  /** `true`, `false`, or CEL text that is read live (E2). */
  mandatory: z.union([z.boolean(), conditionText]).default(true),
};

const formItem = z.object({ field: elementId, required: z.boolean().default(false) });
const outcome = z.object({
  id: elementId,
  label: z.string().min(1).max(60),
  passes: z.boolean().default(true),
});
const port = { port: elementId, label: z.string().min(1).max(60) };

export const taskStepSchema = z.object({
  ...base,
  kind: z.literal('task'),
  assign: assigneeSchema,
  /** Fields that the person fills; a field of type `file` is a file to attach. */
  form: z.array(formItem).max(60).default([]),
  /** Fields of the deal that the person may see beside the form. */
  shows: z.array(elementId).max(60).default([]),
  due: durationSchema.optional(),
  policy: elementId.optional(),
  outcomes: z.array(outcome).min(1).max(12),
  playbook: z.string().max(8000).optional(),
});
export const emailStepSchema = z.object({
  ...base,
  kind: z.literal('email'),
  /** Liquid templates over `deal`, `contact` and `owner`. */
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
});
export const waitStepSchema = z.object({
  ...base,
  kind: z.literal('wait'),
  for: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('time'), duration: durationSchema }),
    z.object({
      kind: z.literal('event'),
      event: elementId,
      /** Since when an event counts (E17). */
      accepts: z.enum(['stageEntry', 'start']).default('stageEntry'),
      timeout: durationSchema.optional(),
    }),
  ]),
});
export const branchStepSchema = z.object({
  ...base,
  kind: z.literal('branch'),
  cases: z.array(z.object({ ...port, when: conditionText })).max(12),
  default: z.object(port).optional(),
});
export const updateStepSchema = z.object({
  ...base,
  kind: z.literal('update'),
  set: z.array(z.object({ field: elementId, value: conditionText })).max(20),
});
export const assignStepSchema = z.object({
  ...base,
  kind: z.literal('assign'),
  /** What is handed over: the deal itself, or a task step of the same stage. */
  what: z.union([z.literal('deal'), z.object({ step: elementId })]).default('deal'),
  to: assigneeSchema,
});
export const notifyStepSchema = z.object({
  ...base,
  kind: z.literal('notify'),
  to: z.array(recipientSchema).min(1).max(8),
  message: z.string().min(1).max(500),
});
export const leaveStepSchema = z.object({
  ...base,
  kind: z.literal('leave'),
  /** Id of a later stage, `won` or `lost`. */
  to: z.string().min(1),
  reason: elementId.optional(),
});

export const stepSchema = z.discriminatedUnion('kind', [
  taskStepSchema,
  emailStepSchema,
  waitStepSchema,
  branchStepSchema,
  updateStepSchema,
  assignStepSchema,
  notifyStepSchema,
  leaveStepSchema,
]);
export type Step = z.infer<typeof stepSchema>;
export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

/** The ports by which a step can end, with their labels and whether they are the pass port (E1). */
export function portsOf(step: Step): { id: string; label: string; passes: boolean }[] {
  switch (step.kind) {
    case 'task':
      return step.outcomes;
    case 'email':
      return [
        { id: 'sent', label: 'Sent', passes: true },
        { id: 'notSent', label: 'Not sent', passes: false },
      ];
    case 'wait':
      if (step.for.kind === 'time') return [{ id: 'done', label: 'Time is up', passes: true }];
      return [
        { id: 'event', label: 'Event came', passes: false },
        { id: 'timeout', label: 'Time-out', passes: true },
      ];
    case 'branch':
      return [
        ...step.cases.map((c) => ({ id: c.port, label: c.label, passes: false })),
        ...(step.default
          ? [{ id: step.default.port, label: step.default.label, passes: true }]
          : []),
      ];
    case 'update':
    case 'assign':
    case 'notify':
      return [{ id: 'done', label: 'Done', passes: true }];
    case 'leave':
      return [];
  }
}
