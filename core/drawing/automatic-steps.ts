import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';
import { assigneeSchema, recipientSchema } from './people.ts';
import { portSchema, stepBase } from './step-base.ts';

export const emailStepSchema = z.object({
  ...stepBase,
  kind: z.literal('email'),
  /** Liquid templates over `deal`, `contact` and `owner`. */
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(20_000),
});
export const branchStepSchema = z.object({
  ...stepBase,
  kind: z.literal('branch'),
  cases: z.array(z.object({ ...portSchema, when: conditionText })).max(12),
  default: z.object(portSchema).optional(),
});
export const updateStepSchema = z.object({
  ...stepBase,
  kind: z.literal('update'),
  set: z.array(z.object({ field: elementId, value: conditionText })).max(20),
  /** Date fields set to the day that lies this much after today. */
  dates: z
    .array(z.object({ field: elementId, in: durationSchema }))
    .max(20)
    .optional(),
});
export const assignStepSchema = z.object({
  ...stepBase,
  kind: z.literal('assign'),
  /** What is handed over: the deal itself, or a task step of the same stage. */
  what: z.union([z.literal('deal'), z.object({ step: elementId })]).default('deal'),
  to: assigneeSchema,
});
export const notifyStepSchema = z.object({
  ...stepBase,
  kind: z.literal('notify'),
  to: z.array(recipientSchema).min(1).max(8),
  message: z.string().min(1).max(500),
});
export const leaveStepSchema = z.object({
  ...stepBase,
  kind: z.literal('leave'),
  /** Id of a later stage, or an end of the process. */
  to: z.string().min(1),
  reason: elementId.optional(),
});

/** A signed call of another system, retried for a day. Ports `delivered` and `failed`. */
export const webhookStepSchema = z.object({
  ...stepBase,
  kind: z.literal('webhook'),
  url: z.string().min(1).max(500),
  /** Fields of the deal that are sent along. */
  sends: z.array(elementId).max(60).default([]),
});

/** Adds up points and writes them, and the tier they reach, into fields of the deal. */
export const scoreStepSchema = z.object({
  ...stepBase,
  kind: z.literal('score'),
  rules: z
    .array(
      z.object({
        label: z.string().min(1).max(60),
        when: conditionText,
        points: z.number().int().min(-1000).max(1000),
      }),
    )
    .max(40),
  field: elementId,
  tiers: z
    .object({
      /** A `choice` field. */
      field: elementId,
      /** From the highest: the first whose least points are reached. */
      steps: z
        .array(z.object({ value: elementId, least: z.number().int() }))
        .min(1)
        .max(10),
    })
    .optional(),
});

const mapping = z.array(z.object({ from: elementId, to: elementId })).max(60);

/**
 * Starts another process for the same contact. Ports `started` when it is only linked; else
 * `finished`, `lost` and `timeout`.
 */
export const processStepSchema = z.object({
  ...stepBase,
  kind: z.literal('process'),
  process: z.string().min(1).max(40),
  /** Fields of this deal → fields of the other. */
  fields: mapping.default([]),
  wait: z
    .object({
      timeout: durationSchema.optional(),
      /** Fields of the other deal → fields of this, once it has ended. */
      results: mapping.default([]),
    })
    .optional(),
});
