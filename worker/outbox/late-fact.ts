import type { Fact } from '#core/run/contract/fact.ts';
import type { Transaction } from '#prisma/client.ts';

/** What machines may report of a run that has ended (E18). */
export type LateFact = Extract<
  Fact,
  { type: 'MailSettled' | 'MailDecided' | 'WebhookSettled' | 'ProcessEnded' }
>;

/**
 * The run has ended: nobody waits, but the journal says what came, behind all that the run wrote. Two
 * that come at once want the same place; the one that loses must be written again.
 */
export async function recordLate(
  tx: Transaction,
  { dealId, runNo }: { dealId: string; runNo: number },
  fact: LateFact,
): Promise<void> {
  const last = await tx.runFact.aggregate({ where: { dealId, runNo }, _max: { seq: true } });
  const seq = (last._max.seq ?? 0) + 1;
  const { type, stage, step } = fact;
  const actorId = 'by' in fact ? fact.by : null;
  const row = { dealId, runNo, seq, n: 0, at: new Date(), type, stage, step, actorId };
  await tx.runFact.create({
    data: { ...row, data: { ...fact, late: true } },
    select: { seq: true },
  });
}
