import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../listen.ts';
import { startLoop, type WorkLoop } from '../work-loop.ts';
import type { Claimed } from './claimed.ts';
import { claimMail } from './claim.ts';
import { closeDoubtfulNotices, takeDecisions } from './decisions.ts';
import { askEvidence } from './doubt.ts';
import { releaseExpired, renewLeases } from './expired.ts';
import { LEASE_SECONDS, type MailParts } from './mail-parts.ts';
import { recordDelivery, recordHandingOver } from './record.ts';
import { settleMail } from './settle.ts';
import { MOST_CONNECTIONS } from './smtp.ts';
import { UnderWay } from './under-way.ts';

/** So many quick hand-overs at once, beside those that wait for a slow server. */
const QUICK_AT_ONCE = 10;
const EVERY_MS = 5_000;

export interface Relay {
  stop(): Promise<void>;
}

/**
 * Sends what is planned in the outbox, for as long as the process lives. Sending, mails in doubt and
 * telling the runs go on beside each other: a slow evidence port or Temporal holds up no mail.
 */
export function startRelay(parts: MailParts, databaseUrl: string): Relay {
  const failed = (error: unknown) => parts.log.error({ error }, 'a round of the mail relay failed');
  const { slowAfterMs } = parts.patience;
  const room = { quick: QUICK_AT_ONCE, all: MOST_CONNECTIONS, slowAfterMs };
  const underWay = new UnderWay(room, () => wake());
  const loops: WorkLoop[] = [
    () => send(parts, underWay),
    () => resolveDoubts(parts),
    () => settleMail(parts),
  ].map((work) => startLoop(work, EVERY_MS, failed));
  const wake = () => {
    for (const loop of loops) loop.wake();
  };
  const ears = listen(databaseUrl, 'stagewright_mail', wake);
  const renewal = setInterval(
    () => {
      renewLeases(parts, underWay.ids).catch(failed);
    },
    (LEASE_SECONDS * 1_000) / 3,
  );
  return {
    stop: async () => {
      await ears.close();
      await Promise.all(loops.map((loop) => loop.stop()));
      await within(8_000, underWay);
      clearInterval(renewal);
      // What still waits for its answer is in doubt, and is written down as that.
      parts.smtp.close();
      await within(2_000, underWay);
    },
  };
}

async function within(ms: number, underWay: UnderWay): Promise<void> {
  await Promise.race([underWay.ended(), pause(ms, undefined, { ref: false })]);
}

/** What others left, then what is due, as far as there is room. */
async function send(parts: MailParts, underWay: UnderWay): Promise<boolean> {
  await releaseExpired(parts);
  const { free } = underWay;
  if (free === 0) return false;
  const { claimed, more } = await claimMail(parts, free);
  for (const mail of claimed) underWay.add(mail.id, sendOne(parts, mail));
  return more;
}

async function resolveDoubts(parts: MailParts): Promise<boolean> {
  const moreDecided = await takeDecisions(parts);
  const moreAsked = await askEvidence(parts);
  await closeDoubtfulNotices(parts);
  return moreDecided || moreAsked;
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
