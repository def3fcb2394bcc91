import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { elementId } from './element-id.ts';
import { assigneeSchema, recipientSchema } from './people.ts';

/** Offset of a level from the due instant: a signed duration, or a signed percentage of the whole time. */
export const offsetSchema = z.union([
  z.object({ percent: z.number().int().min(-99).max(500) }),
  durationSchema,
]);
export type Offset = z.infer<typeof offsetSchema>;

/**
 * What a level does besides telling people. `raise` sends the deal an event: waits and exits drawn
 * for it follow. `reassign`, `toQueue` and `raisePriority` concern the late task.
 */
export const levelActionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reassign'), to: assigneeSchema }),
  z.object({ kind: z.literal('toQueue') }),
  z.object({ kind: z.literal('raisePriority') }),
  z.object({ kind: z.literal('markAtRisk') }),
  z.object({ kind: z.literal('raise'), event: elementId }),
]);
export type LevelAction = z.infer<typeof levelActionSchema>;

export const escalationPolicySchema = z.object({
  id: elementId,
  name: z.string().min(1).max(60),
  levels: z
    .array(
      z.object({
        id: elementId,
        offset: offsetSchema,
        to: z.array(recipientSchema).max(8),
        actions: z.array(levelActionSchema).max(5).optional(),
      }),
    )
    .max(8),
});
export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;
