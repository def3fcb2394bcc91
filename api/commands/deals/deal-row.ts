import type { Transaction } from '#prisma/client.ts';
import { isClosed } from '../../describe/closed.ts';
import { AppError, notFound } from '../../problem/app-error.ts';

/**
 * The deal that a command is about, open or closed.
 * @throws AppError `not-found`
 */
export async function anyDeal(tx: Transaction, dealId: string) {
  const deal = await tx.deal.findUnique({
    where: { id: dealId },
    select: {
      id: true,
      runNo: true,
      processKey: true,
      versionId: true,
      state: true,
      stage: true,
      visit: true,
      fieldsRevision: true,
      ownerId: true,
      title: true,
    },
  });
  if (!deal) throw notFound('deal', dealId);
  return deal;
}

/**
 * The deal that a command is about; a closed one takes none (E18).
 * @throws AppError `not-found`, `closed` with the outcome
 */
export async function openDeal(tx: Transaction, dealId: string) {
  const deal = await anyDeal(tx, dealId);
  const { state, stage, visit, fieldsRevision } = deal;
  if (isClosed(state))
    throw new AppError('closed', `“${deal.title}” is ${state}. Nothing can be done on it.`, {
      current: { state, stage, visit, fieldsRevision },
    });
  return deal;
}
