import type { Message } from '#prisma/generated/client.ts';
import { wasAccepted } from './evidence.ts';
import { LEASE_SECONDS, type MailParts } from './mail-parts.ts';
import { acceptMail, announceMail } from './record.ts';

const AT_ONCE = 20;
/** How long a mail in doubt rests when the evidence port did not answer. */
const ASK_AGAIN_SECONDS = 30;

/** Keeps what is being sent ours. */
export async function renewLeases({ database, relay }: MailParts, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.$executeRaw`
    UPDATE message SET lease_until = now() + ${LEASE_SECONDS}::int * interval '1 second'
    WHERE id = ANY(${ids}::text[]) AND claimed_by = ${relay} AND state = 'claimed'`;
}

/**
 * Takes up what a relay left when it died: a mail not yet handed over is sent again, one that was is in
 * doubt.
 */
export async function releaseExpired({ database }: MailParts): Promise<void> {
  await database.$executeRaw`
    UPDATE message SET claimed_by = NULL, lease_until = CASE WHEN data_sent_at IS NULL THEN NULL ELSE now() END,
      state = CASE WHEN data_sent_at IS NULL THEN 'planned' ELSE 'unconfirmed' END
    WHERE id IN (SELECT id FROM message WHERE state = 'claimed' AND lease_until < now() FOR UPDATE SKIP LOCKED)`;
}

/**
 * Asks the evidence port about mails in doubt: accepted, or to be sent again. Without a port, or while
 * it fails, they are held: a person sees them as unconfirmed, and none is sent blindly.
 */
export async function resolveUnconfirmed(parts: MailParts): Promise<void> {
  const { database, evidenceUrl, log } = parts;
  if (!evidenceUrl) return;
  const rows = await database.$queryRaw<Pick<Message, 'id' | 'dealId' | 'messageId'>[]>`
    UPDATE message SET lease_until = now() + ${ASK_AGAIN_SECONDS}::int * interval '1 second'
    WHERE id IN (
      SELECT id FROM message WHERE state = 'unconfirmed' AND lease_until <= now()
      LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING id, deal_id AS "dealId", message_id AS "messageId"`;
  for (const row of rows) {
    await resolveOne(parts, evidenceUrl, row).catch((error: unknown) => {
      log.warn({ error, message: row.id }, 'no evidence for a mail in doubt');
    });
  }
}

async function resolveOne(
  { database }: MailParts,
  evidenceUrl: string,
  row: Pick<Message, 'id' | 'dealId' | 'messageId'>,
): Promise<void> {
  const accepted = await wasAccepted(evidenceUrl, row.messageId ?? '');
  await database.$transaction(async (tx) => {
    const still = await tx.$queryRaw<object[]>`
      SELECT 1 FROM message WHERE id = ${row.id} AND state = 'unconfirmed' FOR UPDATE`;
    if (still.length === 0) return;
    if (accepted) await acceptMail(tx, row.id, 'accepted, by the evidence port');
    else {
      await tx.$executeRaw`
        UPDATE message SET state = 'planned', not_before = now(), data_sent_at = NULL, lease_until = NULL
        WHERE id = ${row.id}`;
    }
    await announceMail(tx, [row]);
  });
}
