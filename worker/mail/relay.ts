import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../listen.ts';
import { startLoop } from '../work-loop.ts';
import { claimMail, type Claimed } from './claim.ts';
import { releaseExpired, renewLeases, resolveUnconfirmed } from './expired.ts';
import { LEASE_SECONDS, type MailParts } from './mail-parts.ts';
import { recordDelivery, recordHandingOver } from './record.ts';
import { settleMail } from './settle.ts';

/** So many mails are under way at once. */
const AT_ONCE = 10;
const EVERY_MS = 5_000;

export interface Relay {
  stop(): Promise<void>;
}

/** Sends what is planned in the outbox, for as long as the process lives. */
export function startRelay(parts: MailParts, databaseUrl: string): Relay {
  const underWay = new Map<string, Promise<void>>();
  const failed = (error: unknown) => parts.log.error({ error }, 'a round of the mail relay failed');
  const loop = startLoop(() => round(parts, underWay, () => loop.wake()), EVERY_MS, failed);
  const ears = listen(databaseUrl, 'stagewright_mail', () => loop.wake());
  const renewal = setInterval(
    () => {
      renewLeases(parts, [...underWay.keys()]).catch(failed);
    },
    (LEASE_SECONDS * 1_000) / 3,
  );
  return {
    stop: async () => {
      await ears.close();
      await loop.stop();
      await Promise.race([Promise.all(underWay.values()), pause(8_000, undefined, { ref: false })]);
      clearInterval(renewal);
      parts.smtp.close();
    },
  };
}

/** One round: what others left, what is due, what runs have not heard. */
async function round(
  parts: MailParts,
  underWay: Map<string, Promise<void>>,
  freed: () => void,
): Promise<boolean> {
  await releaseExpired(parts);
  await resolveUnconfirmed(parts);
  const free = AT_ONCE - underWay.size;
  const { claimed } = free > 0 ? await claimMail(parts, free) : { claimed: [] };
  for (const mail of claimed) {
    const sending = sendOne(parts, mail).finally(() => {
      underWay.delete(mail.id);
      freed();
    });
    underWay.set(mail.id, sending);
  }
  return settleMail(parts);
}

async function sendOne(parts: MailParts, mail: Claimed): Promise<void> {
  const { messageId, toAddress, subject, text, html } = mail;
  const notice = mail.kind === 'notice';
  const delivery = await parts.smtp.send(
    { messageId, to: toAddress, subject, text, html, notice },
    () => recordHandingOver(parts, mail.id),
  );
  if (delivery.result !== 'accepted') {
    parts.log.warn({ message: mail.id, ...delivery }, 'a mail was not accepted');
  }
  // When this fails the lease runs out, and the evidence port is asked.
  await persist(() => recordDelivery(parts, mail, delivery)).catch((error: unknown) => {
    parts.log.error({ error, message: mail.id }, 'a delivery could not be recorded');
  });
}

/** PostgreSQL may be away for a moment; a delivery that is not recorded costs a question later. */
async function persist(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 5) throw error;
      await pause(500 * attempt);
    }
  }
}
