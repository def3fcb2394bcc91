import { LEASE_SECONDS, type MailParts } from './mail-parts.ts';

/** Keeps what is being sent ours. */
export async function renewLeases({ database, relay }: MailParts, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await database.$executeRaw`
    UPDATE message SET lease_until = now() + ${LEASE_SECONDS}::int * interval '1 second'
    WHERE id = ANY(${ids}::text[]) AND claimed_by = ${relay} AND state = 'claimed'`;
}

/**
 * Takes up what a relay left when it died: a mail not yet handed over is sent again, one that was is in
 * doubt. The relay may also live, cut off from the database alone: so the doubt lasts as long as its
 * connection can, and then as long as the server may go on working.
 */
export async function releaseExpired({ database, patience }: MailParts): Promise<void> {
  const { dataMs, answerMs } = patience;
  await database.$executeRaw`
    UPDATE message SET claimed_by = NULL, lease_until = CASE WHEN data_sent_at IS NULL THEN NULL ELSE now() END,
      state = CASE WHEN data_sent_at IS NULL THEN 'planned' ELSE 'unconfirmed' END,
      last_error = CASE WHEN data_sent_at IS NULL THEN last_error ELSE 'the sender stopped' END,
      doubt_until = CASE WHEN data_sent_at IS NULL THEN NULL ELSE greatest(now(), data_sent_at + ${dataMs + answerMs}::int * interval '1 millisecond')
        + ${answerMs}::int * interval '1 millisecond' END
    WHERE id IN (SELECT id FROM message WHERE state = 'claimed' AND lease_until < now() FOR UPDATE SKIP LOCKED)`;
}
