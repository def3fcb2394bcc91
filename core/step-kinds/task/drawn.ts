import { z } from 'zod';
import { elementId } from '../../drawing/element-id.ts';
import { pauseReasons, type PauseReason } from '../../drawing/pause-reasons.ts';
import { notPassing } from '../../drawing/port.ts';
import { carrySchema, stepBase } from '../../drawing/step-base.ts';
import { durationSchema, type Duration } from '../../time/duration.ts';
import type { WorkDefinition } from '../compiled-step.ts';
import { drawnKind, none, type StepTime } from '../drawn-kind.ts';
import * as work from '../drawn-work.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('task'),
  ...work.workShape,
  carry: carrySchema.optional(),
  /** Reasons for which the task may wait while its clock is paused. `internal` = sent back with a question. */
  pauses: z.array(z.enum(pauseReasons)).max(3).optional(),
  /** Done again while it ends by one of these outcomes; port `each` after every attempt. */
  repeat: z
    .object({
      on: z.array(elementId).min(1).max(12),
      max: z.number().int().min(2).max(50),
      every: durationSchema,
    })
    .optional(),
});

interface Parts extends WorkDefinition {
  kind: 'task';
  carry?: { until?: string };
  pauses?: PauseReason[];
  /** Done again while it ends by one of these ports. */
  repeat?: { on: string[]; max: number; every: Duration };
}

export const task = drawnKind<typeof schema, Parts>({
  schema,
  ports: (step) => step.outcomes,
  sidePorts: ({ repeat }) => (repeat ? [notPassing('each', 'After the first attempt')] : []),
  failing: [],
  fields: (step) => work.workFields(step, work.workAssignees(step)),
  sets: ({ form }) =>
    form.map(({ field, required }) => ({ field, surely: required, computed: false })),
  expressions: work.workExpressions,
  assignees: work.workAssignees,
  times: function* times(step): Iterable<StepTime> {
    yield* work.dueTime(step);
    if (step.repeat) yield { timing: step.repeat.every, fieldPath: 'repeat.every', as: 'pause' };
  },
  templates: none,
  takesTime: () => true,
  compile: (step, checker) => ({
    kind: 'task',
    ...work.compileWork(step, checker),
    ...(step.carry && { carry: work.compileCarry(step.carry) }),
    ...(step.pauses?.length && { pauses: step.pauses }),
    ...(step.repeat && { repeat: step.repeat }),
  }),
});
