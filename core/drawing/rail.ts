import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { elementId } from './element-id.ts';
import { linkSchema } from './link.ts';
import { stepSchema } from './step.ts';
import { triggerSchema } from './trigger.ts';

/**
 * What runs beside the stages, from the entry of one to the leaving of another: its steps start
 * when it is triggered, and never take part in a gate. `silence` starts them when none of the events
 * has come for a while; each of them stops the steps and measures anew.
 */
export const railSchema = z.object({
  id: elementId,
  name: z.string().min(1).max(60),
  from: elementId,
  to: elementId,
  trigger: z.discriminatedUnion('on', [
    ...triggerSchema.options,
    z.object({
      on: z.literal('silence'),
      after: durationSchema,
      events: z.array(elementId).min(1).max(20),
    }),
  ]),
  /** Whether it may run again after it has ended. */
  again: z.boolean().optional(),
  steps: z.array(stepSchema).max(200).default([]),
  links: z.array(linkSchema).max(400).default([]),
});
export type Rail = z.infer<typeof railSchema>;
