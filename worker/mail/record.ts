import type { Transaction } from '#prisma/client.ts';
import type { Message } from '#prisma/generated/client.ts';
import { Changes } from '../projections/changes.ts';
import type { Claimed } from './claimed.ts';
import type { MailParts } from './mail-parts.ts';
import type { Delivery } from './smtp.ts';
import { tellIssuer } from './tell-issuer.ts';

/** Pauses between attempts grow to this. */
const LONGEST_PAUSE_SECONDS = 900;
/** About a day of attempts. */
const MOST_ATTEMPTS = 100;
/** Replies that say that there is no such recipient. */
const NO_SUCH_RECIPIENT = new Set([550, 551, 553]);

/** Records that the message is about to leave: from here on only evidence tells whether it arrived. */
export async function recordHandingOver({ database, relay }: MailParts, id: string): Promise<void> {
  const ours = await database.$executeRaw`
    UPDATE message SET data_sent_at = now()
    WHERE id = ${id} AND state = 'claimed' AND claimed_by = ${relay}`;
  if (ours !== 1) throw new Error('the claim was lost');
}

/**
 * Records how a delivery ended; a row that is no longer ours is left alone. Only that the server took
 * the mail counts late as well, while the mail is in doubt: nobody knows it better.
 */
export async function recordDelivery(
  parts: MailParts,
  mail: Claimed,
  delivery: Delivery,
): Promise<void> {
  const accepted = delivery.result === 'accepted';
  await parts.database.$transaction(async (tx) => {
    const ours = await tx.$queryRaw<object[]>`
      SELECT 1 FROM message WHERE id = ${mail.id}
        AND ((claimed_by = ${parts.relay} AND state = 'claimed')
          OR (${accepted} AND state = 'unconfirmed' AND attempts = ${mail.attempts}))
      FOR UPDATE`;
    if (ours.length === 0) return;
    await recordOutcome(tx, parts, mail, delivery);
    await announceMail(tx, [mail]);
  });
}

async function recordOutcome(
  tx: Transaction,
  { patience }: MailParts,
  mail: Claimed,
  delivery: Delivery,
): Promise<void> {
  switch (delivery.result) {
    case 'accepted':
      await acceptMail(tx, mail.id, delivery.reply);
      return;
    case 'refused':
      await closeMail(tx, mail, `rejected:${delivery.code}`);
      if (delivery.recipient && NO_SUCH_RECIPIENT.has(delivery.code))
        await suppress(tx, mail, delivery.code);
      return;
    case 'later':
      if (mail.attempts >= MOST_ATTEMPTS) await closeMail(tx, mail, `gave-up:${delivery.why}`);
      else await planAgain(tx, mail, delivery.why);
      return;
    case 'doubtful':
      await holdInDoubt(tx, mail.id, delivery.why, patience.answerMs);
  }
}

/** The connection has ended: from now on the server may be working on the mail for `answerMs` more. */
async function holdInDoubt(tx: Transaction, id: string, why: string, answerMs: number) {
  await tx.$executeRaw`
    UPDATE message SET state = 'unconfirmed', claimed_by = NULL, last_error = ${why},
      lease_until = now(), doubt_until = now() + ${answerMs}::int * interval '1 millisecond'
    WHERE id = ${id}`;
}

export async function acceptMail(tx: Transaction, id: string, reply: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE message SET state = 'accepted', accepted_at = now(), server_reply = ${reply},
      claimed_by = NULL, lease_until = NULL, doubt_until = NULL
    WHERE id = ${id}`;
}

/** A mail in doubt that the server has surely not kept goes out once more. */
export async function sendAgain(tx: Transaction, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE message SET state = 'planned', not_before = now(), data_sent_at = NULL, lease_until = NULL,
      doubt_until = NULL, decision = nullif(decision, 'accepted')
    WHERE id = ${id}`;
}

async function planAgain(tx: Transaction, mail: Claimed, why: string): Promise<void> {
  const pause = Math.min(2 ** Math.min(mail.attempts, 20), LONGEST_PAUSE_SECONDS);
  await tx.$executeRaw`
    UPDATE message SET state = 'planned', claimed_by = NULL, lease_until = NULL, data_sent_at = NULL,
      not_before = now() + ${pause}::int * interval '1 second', last_error = ${why}
    WHERE id = ${mail.id}`;
}

/** A mail that will not go, with the code that says why. Nobody waits for a notice, so it is settled. */
export async function closeMail(tx: Transaction, row: Message, why: string): Promise<Message> {
  const data = { state: 'closed', closedWhy: why, claimedBy: null, leaseUntil: null };
  await tx.message.update({ where: { id: row.id }, data, select: { id: true } });
  await tellIssuer(tx, row, why);
  return { ...row, ...data };
}

async function suppress(tx: Transaction, mail: Claimed, code: number): Promise<void> {
  await tx.suppression.createMany({
    data: [{ email: mail.toAddress.toLowerCase(), reason: `bounce:${code}` }],
    skipDuplicates: true,
  });
}

/** Tells the screens of the deals, or of the people, that their mails have changed, and the relay that runs may have to hear it. */
export async function announceMail(
  tx: Transaction,
  rows: Pick<Message, 'dealId'>[],
): Promise<void> {
  const changes = new Changes(tx);
  changes.add('deal', ...rows.map(({ dealId }) => dealId));
  if (rows.some(({ dealId }) => dealId === null)) changes.add('admin', 'account-mail');
  if (rows.length > 0) changes.addWork('mail');
  await changes.publish();
}
