import { z } from 'zod';
import { elementId } from './element-id.ts';
import { escalationPolicySchema } from './escalation-policy.ts';
import { fieldSchema } from './field.ts';
import { stageSchema } from './stage.ts';

const reason = z.object({ id: elementId, label: z.string().min(1).max(60) });

/**
 * What the canvas edits: stages in order, with their steps, links and exits, and what they share.
 * Shape only; whether it can be published is `validate` (core/definition).
 */
export const drawingSchema = z.object({
  schema: z.literal(1),
  name: z.string().min(1).max(80),
  currency: z.string().length(3),
  /** Key of the calendar for stage deadlines and for tasks that have no department. */
  calendar: z.string().min(1),
  fields: z.array(fieldSchema).max(300),
  policies: z.array(escalationPolicySchema).max(40),
  stages: z.array(stageSchema).max(60),
  outcomes: z.object({
    won: z.object({ reasons: z.array(reason).max(40) }),
    lost: z.object({ reasons: z.array(reason).max(40) }),
  }),
});
export type Drawing = z.infer<typeof drawingSchema>;

/** The two end columns; anything else a target names is a stage. */
export const endTargets = ['won', 'lost'] as const;
export type EndTarget = (typeof endTargets)[number];

export function isEndTarget(target: string): target is EndTarget {
  return target === 'won' || target === 'lost';
}
