import { z } from 'zod';
import type { Condition } from '../../condition/condition.ts';
import { conditionText } from '../../drawing/condition-text.ts';
import { elementId } from '../../drawing/element-id.ts';
import { passing } from '../../drawing/port.ts';
import { stepBase } from '../../drawing/step-base.ts';
import {
  drawnKind,
  none,
  type NamedField,
  type SetField,
  type StepExpression,
} from '../drawn-kind.ts';
import { conditions } from '../drawn-work.ts';

/** Adds up points and writes them, and the tier they reach, into fields of the deal. */
const schema = z.object({
  ...stepBase,
  kind: z.literal('score'),
  rules: z
    .array(
      z.object({
        label: z.string().min(1).max(60),
        when: conditionText,
        points: z.number().int().min(-1000).max(1000),
      }),
    )
    .max(40),
  field: elementId,
  tiers: z
    .object({
      /** A `choice` field. */
      field: elementId,
      /** From the highest: the first whose least points are reached. */
      steps: z
        .array(z.object({ value: elementId, least: z.number().int() }))
        .min(1)
        .max(10),
    })
    .optional(),
});
type Score = z.infer<typeof schema>;

interface Parts {
  kind: 'score';
  rules: { when: Condition; points: number }[];
  field: string;
  tiers?: { field: string; steps: { value: string; least: number }[] };
}

function* fields({ field, tiers }: Score): Iterable<NamedField> {
  yield { field, fieldPath: 'field', types: ['number'] };
  if (tiers) yield { field: tiers.field, fieldPath: 'tiers.field', types: ['choice'] };
}

function* sets(step: Score): Iterable<SetField> {
  yield { field: step.field, surely: true, computed: true };
  if (!step.tiers) return;
  yield { field: step.tiers.field, surely: alwaysReachesTier(step), computed: true };
}

/** A score below every tier sets none. */
function alwaysReachesTier({ rules, tiers }: Score): boolean {
  const lowest = rules.reduce((sum, { points }) => sum + Math.min(0, points), 0);
  return tiers?.steps.some(({ least }) => least <= lowest) ?? true;
}

function* expressions({ rules }: Score): Iterable<StepExpression> {
  for (const one of conditions(rules, 'rules')) yield { ...one, ofWork: true };
}

export const score = drawnKind<typeof schema, Parts>({
  schema,
  ports: () => [passing('done', 'Done')],
  sidePorts: none,
  failing: [],
  fields,
  sets,
  expressions,
  assignees: none,
  times: none,
  templates: none,
  takesTime: () => false,
  compile: ({ rules, field, tiers }, checker) => ({
    kind: 'score',
    rules: rules.map(({ when, points }) => ({ when: checker.compile(when, 'boolean'), points })),
    field,
    ...(tiers && { tiers }),
  }),
});
