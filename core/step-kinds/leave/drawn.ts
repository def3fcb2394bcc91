import { z } from 'zod';
import { elementId } from '../../drawing/element-id.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none } from '../drawn-kind.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('leave'),
  /** Id of a later stage, or an end of the process. */
  to: z.string().min(1),
  reason: elementId.optional(),
});

export const leave = drawnKind<typeof schema, { kind: 'leave'; to: string; reason?: string }>({
  schema,
  ports: none,
  sidePorts: none,
  failing: [],
  fields: none,
  sets: none,
  expressions: none,
  assignees: none,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: ({ to, reason }) => ({ kind: 'leave', to, ...(reason && { reason }) }),
});
