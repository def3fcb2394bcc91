import { effectsOf, type Turn } from '../batch/turn.ts';

/** Plans the calls of `webhook` steps in the outbox; what is sent is made when the first goes out. */
export async function planWebhooks(turn: Turn): Promise<void> {
  const { tx, batch, at, deal, changes } = turn;
  const rows = effectsOf(turn, 'sendWebhook').map(({ key, webhook }) => {
    const { stage, step, visit, round } = webhook;
    return {
      dealId: batch.dealId,
      runNo: batch.runNo,
      key,
      stage,
      step,
      visit,
      round,
      versionId: deal.versionId,
      notBefore: at,
    };
  });
  if (rows.length === 0) return;
  await tx.webhookDelivery.createMany({ data: rows, skipDuplicates: true });
  changes.addWork('webhook');
}
