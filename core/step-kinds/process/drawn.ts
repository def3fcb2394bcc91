import { z } from 'zod';
import { elementId } from '../../drawing/element-id.ts';
import { notPassing, passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { durationSchema, type Duration } from '../../time/duration.ts';
import { drawnKind, none, type NamedField, type StepTime } from '../drawn-kind.ts';

const mapping = z.array(z.object({ from: elementId, to: elementId })).max(60);

/**
 * Starts another process for the same contact. Ports `started` when it is only linked; else
 * `finished`, `lost` and `timeout`.
 */
const schema = z.object({
  ...stepBase,
  kind: z.literal('process'),
  process: z.string().min(1).max(40),
  /** Fields of this deal → fields of the other. */
  fields: mapping.default([]),
  wait: z
    .object({
      timeout: durationSchema.optional(),
      /** Fields of the other deal → fields of this, once it has ended. */
      results: mapping.default([]),
    })
    .optional(),
});
type Process = z.infer<typeof schema>;

interface Parts {
  kind: 'process';
  process: string;
  fields: { from: string; to: string }[];
  wait?: { timeout: Duration; results: { from: string; to: string }[] };
}

function* fields(step: Process): Iterable<NamedField> {
  for (const [i, { from }] of step.fields.entries()) {
    yield { field: from, fieldPath: `fields.${i}.from` };
  }
  for (const [i, { to }] of (step.wait?.results ?? []).entries()) {
    yield { field: to, fieldPath: `wait.results.${i}.to`, written: true };
  }
}

function* times({ wait }: Process): Iterable<StepTime> {
  if (wait?.timeout) yield { timing: wait.timeout, fieldPath: 'wait.timeout', as: 'limit' };
}

function compile({ name, process, fields: mapped, wait }: Process): Parts {
  if (!wait) return { kind: 'process', process, fields: mapped };
  const { timeout, results } = wait;
  if (!timeout) throw new Error(`“${name}” waits for a process without a time-out.`);
  return { kind: 'process', process, fields: mapped, wait: { timeout, results } };
}

const ended = [
  passing('finished', 'Won or finished'),
  notPassing('lost', 'Lost'),
  notPassing('timeout', 'Time-out'),
];

export const process = drawnKind<typeof schema, Parts>({
  schema,
  ports: ({ wait }) => (wait ? ended : [passing('started', 'Started')]),
  sidePorts: none,
  failing: ['lost', 'timeout'],
  fields,
  // What the other deal has may be empty there.
  sets: ({ wait }) =>
    (wait?.results ?? []).map(({ to }) => ({ field: to, surely: false, computed: true })),
  expressions: none,
  assignees: none,
  times,
  templates: none,
  takesTime: ({ wait }) => wait !== undefined,
  compile,
});
