import type { Value } from '#core/condition/condition.ts';
import { checkValue } from '#core/drawing/check-value.ts';
import type { Field } from '#core/drawing/field.ts';
import type { Turn } from '../batch/turn.ts';

type Values = Record<string, Value>;

/** Values of the deal's fields after what this batch changes in them. */
export async function valuesOf({ tx, batch, dealColumns }: Turn): Promise<Values> {
  if (dealColumns.fields !== undefined) return dealColumns.fields as Values;
  const { fields } = await tx.deal.findUniqueOrThrow({
    where: { id: batch.dealId },
    select: { fields: true },
  });
  return fields as Values;
}

export interface Mapped {
  values: Values;
  /** Fields for which a value was there that does not fit them (E29), by the ids of the other process. */
  misfits: string[];
}

/** Values under the names that another process has for them; only fields that it knows, and that they fit. */
export function mapped(
  values: Values,
  mapping: { from: string; to: string }[],
  fields: readonly Field[],
): Mapped {
  const given = new Map(Object.entries(values));
  const known = new Map(fields.map((field) => [field.id, field]));
  const taken: Values = {};
  const misfits: string[] = [];
  for (const { from, to } of mapping) {
    const [value, field] = [given.get(from), known.get(to)];
    if (value === undefined || !field) continue;
    if (checkValue(field, value) === undefined) taken[to] = value;
    else misfits.push(to);
  }
  return { values: taken, misfits };
}
