import type { Message } from '#prisma/generated/client.ts';
import type { Transaction } from '#prisma/client.ts';
import { composeMail, type MessageRow } from './compose.ts';
import { LEASE_SECONDS, type MailParts } from './mail-parts.ts';
import { messageIdOf } from './message-id.ts';
import { announceMail, closeMail } from './record.ts';

/** A row that is ours to send, its bytes frozen. */
export type Claimed = Message & {
  messageId: string;
  toAddress: string;
  subject: string;
  text: string;
  html: string;
};

export interface Claim {
  claimed: Claimed[];
  /** `step` rows that will not go: their runs are waiting to hear it. */
  closed: Message[];
}

/**
 * Claims up to `count` mails that are due by the database's clock. Whether a mail may go is asked in
 * this same transaction; what it says is rendered once and kept for every later attempt.
 */
export async function claimMail(parts: MailParts, count: number): Promise<Claim> {
  return parts.database.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM message WHERE state = 'planned' AND not_before <= now()
      ORDER BY not_before LIMIT ${count} FOR UPDATE SKIP LOCKED`;
    if (due.length === 0) return { claimed: [], closed: [] };
    return prepareAll(
      tx,
      parts,
      due.map(({ id }) => id),
    );
  });
}

async function prepareAll(tx: Transaction, parts: MailParts, ids: string[]): Promise<Claim> {
  const rows = await tx.message.findMany({
    where: { id: { in: ids } },
    include: { deal: { include: { contact: true } } },
    orderBy: { notBefore: 'asc' },
  });
  const claim: Claim = { claimed: [], closed: [] };
  for (const row of rows) {
    const mail = await composeMail(tx, row, parts.publicUrl);
    if (mail.ok) claim.claimed.push(await freeze(tx, parts, row, mail));
    else claim.closed.push(await closeMail(tx, row, mail.why));
  }
  if (claim.closed.length > 0) await announceMail(tx, claim.closed);
  return claim;
}

async function freeze(
  tx: Transaction,
  parts: MailParts,
  row: MessageRow,
  mail: { to: string; subject: string; text: string; html: string },
): Promise<Claimed> {
  const { to: toAddress, subject, text, html } = mail;
  const messageId = messageIdOf(row, parts.mailFrom);
  await tx.$executeRaw`
    UPDATE message SET state = 'claimed', claimed_by = ${parts.relay}, attempts = attempts + 1,
      lease_until = now() + ${LEASE_SECONDS}::int * interval '1 second', data_sent_at = NULL,
      message_id = ${messageId}, to_address = ${toAddress}, subject = ${subject}, text = ${text}, html = ${html}
    WHERE id = ${row.id}`;
  return { ...row, messageId, toAddress, subject, text, html, attempts: row.attempts + 1 };
}
