import { setTimeout as pause } from 'node:timers/promises';
import { listen } from '../listen.ts';
import { startLoop } from '../work-loop.ts';
import { call } from './call.ts';
import type { Claimed } from './claimed.ts';
import { claimWebhooks } from './claim.ts';
import { recordCall } from './record.ts';
import { settleWebhooks } from './settle.ts';
import { signedHeaders } from './sign.ts';
import { CALL_MS, type WebhookParts } from './webhook-parts.ts';

/** So many calls are under way at once. */
const AT_ONCE = 10;
const EVERY_MS = 5_000;
const nothing = { claimed: [], more: false };

export interface WebhookRelay {
  stop(): Promise<void>;
}

/** Sends the webhooks of the outbox, for as long as the process lives. */
export function startWebhooks(parts: WebhookParts, databaseUrl: string): WebhookRelay {
  const underWay = new Set<Promise<void>>();
  const failed = (error: unknown) => {
    parts.log.error({ error }, 'a round of the webhook relay failed');
  };
  const loop = startLoop(() => round(parts, underWay, () => loop.wake()), EVERY_MS, failed);
  const ears = listen(databaseUrl, 'stagewright_webhook', () => loop.wake());
  return {
    stop: async () => {
      await ears.close();
      await loop.stop();
      await Promise.race([Promise.all(underWay), pause(8_000, undefined, { ref: false })]);
    },
  };
}

/** One round: what is due, and what runs have not heard. */
async function round(
  parts: WebhookParts,
  underWay: Set<Promise<void>>,
  freed: () => void,
): Promise<boolean> {
  const free = AT_ONCE - underWay.size;
  const { claimed, more } = free > 0 ? await claimWebhooks(parts, free) : nothing;
  for (const row of claimed) {
    const sending = sendOne(parts, row).finally(() => {
      underWay.delete(sending);
      freed();
    });
    underWay.add(sending);
  }
  const moreToTell = await settleWebhooks(parts);
  return more || moreToTell;
}

/** When the record fails the lease runs out, and it is sent again under the same id. */
async function sendOne({ secret, allowPrivate, ...parts }: WebhookParts, row: Claimed) {
  const { id, url, body } = row;
  const headers = signedHeaders(secret, { id, timestamp: Math.floor(Date.now() / 1000), body });
  const called = await call({ url, headers, body, allowPrivate, withinMs: CALL_MS });
  if (called.result !== 'delivered') {
    parts.log.warn({ webhook: id, ...called }, 'a webhook was not delivered');
  }
  await recordCall({ secret, allowPrivate, ...parts }, row, called).catch((error: unknown) => {
    parts.log.error({ error, webhook: id }, 'a delivery could not be recorded');
  });
}
