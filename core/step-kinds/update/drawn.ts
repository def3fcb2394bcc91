import { z } from 'zod';
import type { Condition } from '../../condition/condition.ts';
import { conditionText } from '../../drawing/condition-text.ts';
import { elementId } from '../../drawing/element-id.ts';
import { passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import { durationSchema, type Duration } from '../../time/duration.ts';
import { drawnKind, none, type NamedField } from '../drawn-kind.ts';

const schema = z.object({
  ...stepBase,
  kind: z.literal('update'),
  set: z.array(z.object({ field: elementId, value: conditionText })).max(20),
  /** Date fields set to the day that lies this much after today. */
  dates: z
    .array(z.object({ field: elementId, in: durationSchema }))
    .max(20)
    .optional(),
});
type Update = z.infer<typeof schema>;

interface Parts {
  kind: 'update';
  set: { field: string; value: Condition }[];
  dates?: { field: string; in: Duration }[];
}

function* fields({ set, dates = [] }: Update): Iterable<NamedField> {
  for (const [i, { field }] of set.entries()) {
    yield { field, fieldPath: `set.${i}.field`, written: true };
  }
  for (const [i, { field }] of dates.entries()) {
    yield { field, fieldPath: `dates.${i}.field`, types: ['date'] };
  }
}

export const update = drawnKind<typeof schema, Parts>({
  schema,
  ports: () => [passing('done', 'Done')],
  sidePorts: none,
  failing: [],
  fields,
  sets: ({ set, dates = [] }) =>
    [...set, ...dates].map(({ field }) => ({ field, surely: true, computed: true })),
  expressions: ({ set }) =>
    set.map(({ field, value }, i) => ({
      text: value,
      fieldPath: `set.${i}.value`,
      expected: { field },
      ofWork: true,
    })),
  assignees: none,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: ({ set, dates = [] }, checker) => ({
    kind: 'update',
    set: set.map(({ field, value }) => ({ field, value: checker.compile(value, { field }) })),
    ...(dates.length > 0 && { dates }),
  }),
});
