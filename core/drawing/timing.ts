import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';

/**
 * How long something takes and what it is counted from: `ready` (when its turn comes), the entry
 * of its stage, or the close of a date field of the deal; only then may it be negative. Of the
 * cases the first that holds replaces the duration.
 */
export const timingSchema = durationSchema.and(
  z.object({
    from: z.enum(['ready', 'stageEntry', 'field']).optional(),
    /** The date field, for `from: 'field'`. */
    field: elementId.optional(),
    cases: z
      .array(durationSchema.and(z.object({ when: conditionText })))
      .max(8)
      .optional(),
  }),
);
export type Timing = z.infer<typeof timingSchema>;
