import { effectsOf, type Turn } from '../batch/turn.ts';

/**
 * Plans the mails of `email` steps in the outbox. Nothing is rendered yet: text and address are taken
 * when the relay claims the row, the version's template with the deal as it is then.
 */
export async function planMail(turn: Turn): Promise<void> {
  const { tx, batch, at, deal } = turn;
  const rows = effectsOf(turn, 'sendMail').map(({ key, mail }) => ({
    dealId: batch.dealId,
    runNo: batch.runNo,
    key,
    kind: 'step',
    ...mail,
    template: { versionId: deal.versionId, stage: mail.stage, step: mail.step },
    notBefore: at,
  }));
  if (rows.length === 0) return;
  await tx.message.createMany({ data: rows, skipDuplicates: true });
  turn.changes.addWork('mail');
}
