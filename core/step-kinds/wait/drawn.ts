import { z } from 'zod';
import { compileTiming } from '../../definition/compiling/compile-timing.ts';
import type { ConditionChecker } from '../../definition/compiling/condition-checker.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import { elementId } from '../../drawing/element-id.ts';
import { notPassing, passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { timingSchema } from '../../drawing/timing.ts';
import { durationSchema, type Duration } from '../../time/duration.ts';
import { drawnKind, none, type StepTime } from '../drawn-kind.ts';
import { timingExpressions } from '../drawn-work.ts';

/** Waits for a time, a date of the deal, or an event (E17). */
const schema = z.object({
  ...stepBase,
  kind: z.literal('wait'),
  for: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('time'), duration: timingSchema }),
    z.object({
      kind: z.literal('event'),
      event: elementId,
      /** Since when an event counts (E17). */
      accepts: z.enum(['stageEntry', 'start']).default('stageEntry'),
      timeout: durationSchema.optional(),
    }),
  ]),
});
type Wait = z.infer<typeof schema>;

type Parts = { kind: 'wait' } & (
  | { duration: TimingDefinition }
  | { event: string; accepts: 'stageEntry' | 'start'; timeout: Duration }
);

function times({ for: what }: Wait): StepTime[] {
  if (what.kind === 'time') {
    return [{ timing: what.duration, fieldPath: 'for.duration', as: 'wait' }];
  }
  return what.timeout ? [{ timing: what.timeout, fieldPath: 'for.timeout', as: 'limit' }] : [];
}

function compile({ name, for: what }: Wait, checker: ConditionChecker): Parts {
  if (what.kind === 'time')
    return { kind: 'wait', duration: compileTiming(what.duration, checker) };
  if (!what.timeout) throw new Error(`“${name}” waits for an event without a time-out.`);
  return { kind: 'wait', event: what.event, accepts: what.accepts, timeout: what.timeout };
}

export const wait = drawnKind<typeof schema, Parts>({
  schema,
  ports: ({ for: what }) =>
    what.kind === 'time'
      ? [passing('done', 'Time is up')]
      : [notPassing('event', 'Event came'), passing('timeout', 'Time-out')],
  sidePorts: none,
  failing: [],
  fields: none,
  sets: none,
  expressions: ({ for: what }) =>
    what.kind === 'time' ? timingExpressions(what.duration, 'for.duration') : [],
  assignees: none,
  times,
  templates: none,
  takesTime: () => true,
  compile,
});
