import type { Claimed } from './claimed.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Transaction } from '#prisma/client.ts';
import { causeOf } from '../cause-of.ts';
import { failedFor, isGivenUp } from '../given-up.ts';
import { mayBeTried, setAside, takeBack } from '../set-aside.ts';
import { composeMail, type Mail, type MessageRow } from './compose.ts';
import { LEASE_SECONDS, type MailParts } from './mail-parts.ts';
import { messageIdOf } from './message-id.ts';
import { announceMail, closeMail } from './record.ts';

export interface Claim {
  claimed: Claimed[];
  /** Rows were looked at that do not go: there may be others behind them. */
  more: boolean;
}

/**
 * Claims up to `count` mails that are due by the database's clock, each in a transaction of its own: one
 * that cannot be put together is set aside alone. Whether a mail may go is asked in that transaction; what
 * it says is rendered once and kept for every later attempt.
 */
export async function claimMail(parts: MailParts, count: number): Promise<Claim> {
  const due = await parts.database.$queryRaw<{ id: string; dealId: string | null }[]>`
    SELECT id, deal_id AS "dealId" FROM message
    WHERE state = 'planned' AND not_before <= now() AND ${mayBeTried('mail', Prisma.sql`message.id`)}
    ORDER BY not_before LIMIT ${count} FOR UPDATE SKIP LOCKED`;
  const claimed: Claimed[] = [];
  for (const { id, dealId } of due) {
    const mail = await parts.database
      .$transaction((tx) => claimOne(tx, parts, id))
      .catch((error: unknown) => keepApart(parts, { id, dealId }, error));
    if (mail) claimed.push(mail);
  }
  return { claimed, more: claimed.length < due.length };
}

async function claimOne(
  tx: Transaction,
  parts: MailParts,
  id: string,
): Promise<Claimed | undefined> {
  const ours = await tx.$queryRaw<object[]>`
    SELECT 1 FROM message WHERE id = ${id} AND state = 'planned' FOR UPDATE SKIP LOCKED`;
  if (ours.length === 0) return undefined;
  const row = await tx.message.findUniqueOrThrow({
    where: { id },
    include: { deal: { include: { contact: true } } },
  });
  const mail = await composeMail(tx, row, parts.publicUrl);
  await takeBack(tx, { kind: 'mail', ref: id });
  if (mail.ok) return freeze(tx, parts, row, mail);
  await closeMail(tx, row, mail.why);
  await announceMail(tx, [row]);
  return undefined;
}

/**
 * The mail of a step that cannot be put together is closed, and its run is told: the incident there is
 * what people decide about. A notice rests and is tried again; its line in the bell list stands already.
 */
async function keepApart(
  parts: MailParts,
  { id, dealId }: { id: string; dealId: string | null },
  error: unknown,
): Promise<undefined> {
  const attempts = await setAside(parts, { kind: 'mail', ref: id, dealId }, error);
  if (!isGivenUp(error, attempts)) return;
  await parts.database.$transaction(async (tx) => {
    const row = await tx.message.findUniqueOrThrow({ where: { id } });
    if (row.kind !== 'step' || row.state !== 'planned') return;
    await closeMail(tx, row, failedFor(causeOf(error)));
    await takeBack(tx, { kind: 'mail', ref: id });
    await announceMail(tx, [row]);
  });
}

async function freeze(
  tx: Transaction,
  parts: MailParts,
  row: MessageRow,
  mail: Extract<Mail, { ok: true }>,
): Promise<Claimed> {
  const { to: toAddress, subject, text, html } = mail;
  const kept = mail.isSecret ? { text: null, html: null } : { text, html };
  const messageId = messageIdOf(row, parts.mailFrom);
  await tx.$executeRaw`
    UPDATE message SET state = 'claimed', claimed_by = ${parts.relay}, attempts = attempts + 1,
      lease_until = now() + ${LEASE_SECONDS}::int * interval '1 second', data_sent_at = NULL,
      message_id = ${messageId}, to_address = ${toAddress}, subject = ${subject}, text = ${kept.text}, html = ${kept.html}
    WHERE id = ${row.id}`;
  return { ...row, messageId, toAddress, subject, text, html, attempts: row.attempts + 1 };
}
