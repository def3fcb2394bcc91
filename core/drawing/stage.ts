import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { elementId } from './element-id.ts';
import { conditionText, stepSchema } from './step.ts';

/** A dependency: `to` waits for `from`. No ports = whichever port `from` ended by. */
export const linkSchema = z.object({
  id: elementId,
  from: elementId,
  to: elementId,
  ports: z.array(elementId).max(12).default([]),
  /** Read once, when `from` has ended; false cuts the path (E1, E6). */
  when: conditionText.optional(),
});
export type Link = z.infer<typeof linkSchema>;

/** A way out of a stage, in drawn order (E9, E10). `to` is a later stage, `won` or `lost`. */
export const exitSchema = z.object({
  id: elementId,
  name: z.string().max(60).optional(),
  mode: z.enum(['auto', 'manual', 'event']),
  to: z.string().min(1),
  when: conditionText.optional(),
  /** For mode `event`: `deadline`, or the name of an external event. */
  event: z.string().max(40).optional(),
  /** Waives open mandatory steps instead of being blocked by them (E10). */
  ungated: z.boolean().default(false),
  /** Reason recorded when nobody is asked: lost by an automatic exit or an event. */
  reason: elementId.optional(),
});
export type Exit = z.infer<typeof exitSchema>;

export const criterionSchema = z.object({
  id: elementId,
  label: z.string().min(1).max(120),
  when: conditionText,
});
export type Criterion = z.infer<typeof criterionSchema>;

export const stageSchema = z.object({
  id: elementId,
  name: z.string().min(1).max(60),
  shortName: z.string().max(22).optional(),
  probability: z.number().int().min(0).max(100),
  /** The earlier of the two is due; a date field counts to the close of that day. */
  deadline: z.object({ after: durationSchema.optional(), field: elementId.optional() }).optional(),
  policy: elementId.optional(),
  entry: z.array(criterionSchema).max(20).default([]),
  criteria: z.array(criterionSchema).max(20).default([]),
  steps: z.array(stepSchema).max(1000).default([]),
  links: z.array(linkSchema).max(4000).default([]),
  exits: z.array(exitSchema).max(20).default([]),
});
export type Stage = z.infer<typeof stageSchema>;
