import { z } from 'zod';
import { durationSchema } from '../time/duration.ts';
import { conditionText } from './condition-text.ts';
import { elementId } from './element-id.ts';
import { escalationPolicySchema } from './escalation-policy.ts';
import { fieldSchema } from './field.ts';
import { processClockSchema } from './process-clock.ts';
import { railSchema } from './rail.ts';
import { stageSchema } from './stage.ts';

/** What follows an outcome: another process is started, now or after a while. */
const followUp = z.object({
  id: elementId,
  when: conditionText.optional(),
  process: z.string().min(1).max(40),
  after: durationSchema.optional(),
  fields: z
    .array(z.object({ from: elementId, to: elementId }))
    .max(60)
    .default([]),
});
export type FollowUp = z.infer<typeof followUp>;

const reason = z.object({ id: elementId, label: z.string().min(1).max(60) });
const outcome = z.object({
  reasons: z.array(reason).max(40),
  then: z.array(followUp).max(10).optional(),
});

/**
 * What the canvas edits: stages in order, with their steps, links and exits, and what they share.
 * Shape only; whether it can be published is `validate` (core/definition).
 */
export const drawingSchema = z.object({
  schema: z.literal(1),
  name: z.string().min(1).max(80),
  /** A `service` process sells nothing: it ends `finished` instead of won. */
  kind: z.enum(['sales', 'service']).optional(),
  currency: z.string().length(3),
  /** Key of the calendar for stage deadlines and for tasks that have no department. */
  calendar: z.string().min(1),
  fields: z.array(fieldSchema).max(300),
  policies: z.array(escalationPolicySchema).max(40),
  stages: z.array(stageSchema).max(60),
  /** What spans stages: a silence timer, a nurture. Never part of a gate. */
  rails: z.array(railSchema).max(20).optional(),
  /** Deadlines of the process as a whole, such as the first contact. */
  clocks: z.array(processClockSchema).max(20).optional(),
  outcomes: z.object({
    won: outcome,
    lost: outcome,
  }),
});
export type Drawing = z.infer<typeof drawingSchema>;

/** The two end columns; in a `service` process `won` stands for finished. */
export const endTargets = ['won', 'lost'] as const;
export type EndTarget = (typeof endTargets)[number];

export function isEndTarget(target: string): target is EndTarget {
  return target === 'won' || target === 'lost';
}

/** Target of an exit by which the deal goes on in another process (`continueIn`). */
export const continueTarget = 'continue';
