import { z } from 'zod';
import { elementId } from './element-id.ts';
import { timingSchema } from './timing.ts';
import { triggerSchema } from './trigger.ts';

/**
 * A deadline that belongs to the process, not to a stage: with conditions to start, stop, pause,
 * resume, reset and cancel it. It runs at most once at a time; a reset begins it anew.
 */
export const processClockSchema = z.object({
  id: elementId,
  name: z.string().min(1).max(60),
  target: timingSchema,
  policy: elementId.optional(),
  start: triggerSchema,
  stop: triggerSchema,
  pause: triggerSchema.optional(),
  resume: triggerSchema.optional(),
  reset: triggerSchema.optional(),
  cancel: triggerSchema.optional(),
});
/** What a trigger of a clock is drawn for. */
export const clockMoments = ['start', 'stop', 'pause', 'resume', 'reset', 'cancel'] as const;
export type ProcessClock = z.infer<typeof processClockSchema>;
