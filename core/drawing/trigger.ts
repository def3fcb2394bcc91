import { z } from 'zod';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';

/**
 * What sets something in motion that belongs to no single step: a process clock, a rail. `when`
 * is read live and fires when it becomes true.
 */
export const triggerSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('start') }),
  z.object({ on: z.literal('event'), event: elementId }),
  z.object({ on: z.literal('stage'), stage: elementId }),
  z.object({ on: z.literal('step'), stage: elementId, step: elementId }),
  z.object({ on: z.literal('when'), when: conditionText }),
]);
export type Trigger = z.infer<typeof triggerSchema>;
