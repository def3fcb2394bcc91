import { z } from 'zod';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';
import { linkSchema } from './link.ts';
import { stepSchema } from './step.ts';
import { timingSchema } from './timing.ts';

/**
 * A way out of a stage, in drawn order (E9, E10). `to` is another stage or an end of the process.
 * Back to an earlier stage it lists what is done again (E12) and may be limited.
 */
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
  /** For an exit back: steps of the target, or of stages up to this one, that are done again (E12). */
  redo: z.array(elementId).max(60).optional(),
  /** How often a deal may take this exit. */
  max: z.number().int().min(1).max(50).optional(),
  /** The deal goes on in another process; `to` is then `continue`. The first stage when none is named. */
  continueIn: z
    .object({ process: z.string().min(1).max(40), stage: elementId.optional() })
    .optional(),
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
  deadline: z
    .object({
      after: timingSchema.optional(),
      field: elementId.optional(),
      /** `agreed`: the date replaces the duration as soon as it is set; else the earlier counts. */
      combine: z.enum(['earlier', 'agreed']).optional(),
    })
    .optional(),
  policy: elementId.optional(),
  entry: z.array(criterionSchema).max(20).default([]),
  criteria: z.array(criterionSchema).max(20).default([]),
  steps: z.array(stepSchema).max(1000).default([]),
  links: z.array(linkSchema).max(4000).default([]),
  exits: z.array(exitSchema).max(20).default([]),
});
export type Stage = z.infer<typeof stageSchema>;
