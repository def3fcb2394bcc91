import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { elementId } from './element-id.ts';
import { recipientSchema } from './people.ts';

/** Offset of a level from the due instant: a signed duration, or a signed percentage of the whole time. */
export const offsetSchema = z.union([
  z.object({ percent: z.number().int().min(-99).max(500) }),
  durationSchema,
]);
export type Offset = z.infer<typeof offsetSchema>;

export const escalationPolicySchema = z.object({
  id: elementId,
  name: z.string().min(1).max(60),
  levels: z
    .array(
      z.object({
        id: elementId,
        offset: offsetSchema,
        to: z.array(recipientSchema).min(1).max(8),
      }),
    )
    .max(8),
});
export type EscalationPolicy = z.infer<typeof escalationPolicySchema>;
