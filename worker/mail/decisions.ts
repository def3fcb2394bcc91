import type { MailParts } from './mail-parts.ts';
import { acceptMail, announceMail, closeMail, sendAgain } from './record.ts';

const AT_ONCE = 50;

/**
 * Does what people decided about mails in doubt: to count one as accepted, or to send it again once the
 * server can no longer be working on it. A decision on an earlier hand-over is void.
 */
export async function takeDecisions({ database }: MailParts): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; dealId: string | null; decision: string }[]>`
      SELECT id, deal_id AS "dealId", decision FROM message
      WHERE state = 'unconfirmed' AND decided_at >= data_sent_at
        AND (decision = 'accepted' OR (decision = 'again' AND coalesce(doubt_until, now()) <= now()))
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;
    for (const { id, decision } of rows) {
      if (decision === 'accepted') await acceptMail(tx, id, 'accepted, as a person decided');
      else await sendAgain(tx, id);
    }
    await announceMail(tx, rows);
    return rows.length === AT_ONCE;
  });
}

/**
 * A notice in doubt is never sent again without evidence: what it says stands in the person's bell
 * list. Without a port it is closed when the doubt is over, so that nobody has to decide about it.
 */
export async function closeDoubtfulNotices({ database, evidenceUrl }: MailParts): Promise<void> {
  if (evidenceUrl) return;
  await database.$transaction(async (tx) => {
    const ids = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM message
      WHERE state = 'unconfirmed' AND kind = 'notice' AND coalesce(doubt_until, now()) <= now()
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED`;
    const where = { id: { in: ids.map(({ id }) => id) } };
    for (const row of await tx.message.findMany({ where })) await closeMail(tx, row, 'unconfirmed');
  });
}
