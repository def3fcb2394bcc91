import type { Value } from '#core/condition/condition.ts';
import type { Turn } from '../turn.ts';

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

/** Values under the names that another process has for them; only fields that it knows. */
export function mapped(
  values: Values,
  mapping: { from: string; to: string }[],
  known: ReadonlySet<string>,
): Values {
  const given = new Map(Object.entries(values));
  const pairs = mapping.flatMap(({ from, to }) => {
    const value = given.get(from);
    return value === undefined || !known.has(to) ? [] : [[to, value] as const];
  });
  return Object.fromEntries(pairs);
}
