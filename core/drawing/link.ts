import { z } from 'zod';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';

/**
 * A dependency: `to` waits for `from`. No ports = whichever port `from` ended by. A rework link
 * leads back to an earlier step and starts another round of it, at most `max` times (E13).
 */
export const linkSchema = z.object({
  id: elementId,
  from: elementId,
  to: elementId,
  ports: z.array(elementId).max(12).default([]),
  /** Read once, when `from` has ended; false cuts the path (E1, E6). */
  when: conditionText.optional(),
  rework: z.object({ max: z.number().int().min(1).max(50) }).optional(),
});
export type Link = z.infer<typeof linkSchema>;
