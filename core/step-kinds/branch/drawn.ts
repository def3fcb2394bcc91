import { z } from 'zod';
import type { Condition } from '../../condition/condition.ts';
import { conditionText } from '../../drawing/condition-text.ts';
import { notPassing, passing } from '../../drawing/port.ts';
import { portSchema, stepBase } from '../../drawing/step-base.ts';
import { drawnKind, none, type StepExpression } from '../drawn-kind.ts';
import { conditions } from '../drawn-work.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('branch'),
  cases: z.array(z.object({ ...portSchema, when: conditionText })).max(12),
  default: z.object(portSchema).optional(),
});
type Branch = z.infer<typeof schema>;

interface Parts {
  kind: 'branch';
  cases: { port: string; when: Condition }[];
}

function* expressions({ cases }: Branch): Iterable<StepExpression> {
  for (const one of conditions(cases, 'cases')) yield { ...one, ofWork: true };
}

export const branch = drawnKind<typeof schema, Parts>({
  schema,
  ports: (step) => [
    ...step.cases.map(({ port, label }) => notPassing(port, label)),
    ...(step.default ? [passing(step.default.port, step.default.label)] : []),
  ],
  sidePorts: none,
  failing: [],
  fields: none,
  sets: none,
  expressions,
  assignees: none,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: ({ cases }, checker) => ({
    kind: 'branch',
    cases: cases.map(({ port, when }) => ({ port, when: checker.compile(when, 'boolean') })),
  }),
});
