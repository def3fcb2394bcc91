import { z } from 'zod';
import { elementId } from './element-id.ts';
import { durationSchema } from '../time/duration.ts';
import { stepBase } from './step-base.ts';
import { timingSchema } from './timing.ts';

/** Waits for a time, a date of the deal, or an event (E17). */
export const waitStepSchema = z.object({
  ...stepBase,
  kind: z.literal('wait'),
  for: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('time'), duration: timingSchema }),
    z.object({
      kind: z.literal('event'),
      event: elementId,
      /** Since when an event counts (E17). */
      accepts: z.enum(['stageEntry', 'start']).default('stageEntry'),
      timeout: durationSchema.optional(),
    }),
  ]),
});
