import type { Value } from '#core/condition/condition.ts';
import { isSame } from '#core/run/state/same-value.ts';
import type { Transaction } from '#prisma/client.ts';

interface Seen {
  dealId: string;
  /** Of the deal's fields, as the person read them. */
  fieldsRevision: number;
}

/**
 * The fields that a form sets, each with the revision it was filled on (E25): the present one where the
 * form says what the deal says by now, for there is nothing to overwrite.
 */
export async function seenInForm(
  tx: Transaction,
  { dealId, fieldsRevision }: Seen,
  values: Record<string, Value | null>,
): Promise<Record<string, number>> {
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { fields: true, fieldsRevision: true },
  });
  const now = new Map(Object.entries(deal.fields as Record<string, Value>));
  const revisionOf = ([id, value]: [string, Value | null]) =>
    isSame(value, now.get(id) ?? null)
      ? deal.fieldsRevision
      : Math.min(fieldsRevision, deal.fieldsRevision);
  return Object.fromEntries(Object.entries(values).map((entry) => [entry[0], revisionOf(entry)]));
}

/** The fields that an approver was shown, each with the revision at which it was. */
export function seenFields(fields: readonly string[], revision: number): Record<string, number> {
  return Object.fromEntries(fields.map((field) => [field, revision]));
}
