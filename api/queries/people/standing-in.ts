import type { Database, Transaction } from '#prisma/client.ts';

/** Whom a person stands in for at an instant, and whether with the right to decide for them. */
export async function standingInFor(
  database: Pick<Database | Transaction, 'absence'>,
  substituteId: string,
  at: Date,
): Promise<{ personId: string; delegateAuthority: boolean }[]> {
  return database.absence.findMany({
    where: { substituteId, from: { lte: at }, to: { gt: at } },
    select: { personId: true, delegateAuthority: true },
  });
}
