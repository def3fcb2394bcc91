import type { Message } from '#prisma/generated/client.ts';
import { causeOf } from '../cause-of.ts';
import { wasAccepted } from './evidence.ts';
import type { MailParts } from './mail-parts.ts';
import { acceptMail, announceMail, sendAgain } from './record.ts';

const AT_ONCE = 20;
/** How long a mail in doubt rests before the evidence port is asked again. */
const ASK_AGAIN_SECONDS = 30;

type InDoubt = Pick<Message, 'id' | 'dealId' | 'messageId'> & {
  /** The server can no longer be working on it. */
  past: boolean;
};

/**
 * Asks the evidence port about mails in doubt. That one is there counts at once; that it is not there
 * counts when the server can no longer be working on it, and then it is sent again. Without a port, or
 * while it fails, a person decides, and none is sent blindly. Answers whether there may be more.
 */
export async function askEvidence(parts: MailParts): Promise<boolean> {
  const { evidenceUrl, log } = parts;
  if (!evidenceUrl) return false;
  const rows = await reserve(parts);
  const asked = rows.map((row) =>
    resolveOne(parts, evidenceUrl, row).catch((error: unknown) => {
      log.warn({ error, message: row.id }, 'no evidence for a mail in doubt');
      return recordCause(parts, row.id, `no evidence: ${causeOf(error)}`);
    }),
  );
  await Promise.all(asked);
  return rows.length === AT_ONCE;
}

/** Takes rows out of others' sight for a while; a row is due again when its doubt is over. */
async function reserve({ database, patience }: MailParts): Promise<InDoubt[]> {
  return database.$queryRaw<InDoubt[]>`
    WITH due AS (
      SELECT id, coalesce(doubt_until, data_sent_at + ${2 * patience.answerMs}::int * interval '1 millisecond', now()) AS until
      FROM message WHERE state = 'unconfirmed' AND lease_until <= now()
      ORDER BY lease_until LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    UPDATE message SET lease_until = CASE WHEN due.until > now()
      THEN least(due.until, now() + ${ASK_AGAIN_SECONDS}::int * interval '1 second')
      ELSE now() + ${ASK_AGAIN_SECONDS}::int * interval '1 second' END
    FROM due WHERE message.id = due.id
    RETURNING message.id, deal_id AS "dealId", message_id AS "messageId", due.until <= now() AS past`;
}

async function resolveOne(parts: MailParts, evidenceUrl: string, row: InDoubt): Promise<void> {
  const accepted = await wasAccepted(evidenceUrl, row.messageId ?? '');
  if (!accepted && !row.past) return;
  await parts.database.$transaction(async (tx) => {
    const still = await tx.$queryRaw<object[]>`
      SELECT 1 FROM message WHERE id = ${row.id} AND state = 'unconfirmed' FOR UPDATE`;
    if (still.length === 0) return;
    if (accepted) await acceptMail(tx, row.id, 'accepted, by the evidence port');
    else await sendAgain(tx, row.id);
    await announceMail(tx, [row]);
  });
}

async function recordCause({ database }: MailParts, id: string, cause: string): Promise<void> {
  await database.$executeRaw`
    UPDATE message SET last_error = ${cause} WHERE id = ${id} AND state = 'unconfirmed'`;
}
