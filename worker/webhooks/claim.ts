import type { Claimed } from './claimed.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Transaction } from '#prisma/client.ts';
import { causeOf } from '../cause-of.ts';
import { failedFor, isGivenUp } from '../given-up.ts';
import { mayBeTried, setAside, takeBack } from '../set-aside.ts';
import { payloadOf } from './payload.ts';
import { closeDelivery } from './record.ts';
import { LEASE_SECONDS, type WebhookParts } from './webhook-parts.ts';

export interface Claim {
  claimed: Claimed[];
  /** Rows were looked at that do not go: there may be others behind them. */
  more: boolean;
}

/** Due, or left by a relay that has died: the receiver knows a repetition by its id. */
const isDue = Prisma.sql`
  ((state = 'planned' AND not_before <= now()) OR (state = 'claimed' AND lease_until < now()))`;

/**
 * Claims up to `count` deliveries that are due by the database's clock, each in a transaction of its own:
 * one that cannot be put together is set aside alone.
 */
export async function claimWebhooks(parts: WebhookParts, count: number): Promise<Claim> {
  const due = await parts.database.$queryRaw<{ id: string; dealId: string }[]>`
    SELECT id, deal_id AS "dealId" FROM webhook_delivery
    WHERE ${isDue} AND ${mayBeTried('webhook', Prisma.sql`webhook_delivery.id`)}
    ORDER BY not_before LIMIT ${count} FOR UPDATE SKIP LOCKED`;
  const claimed: Claimed[] = [];
  for (const { id, dealId } of due) {
    const row = await parts.database
      .$transaction((tx) => claimOne(tx, parts, id))
      .catch((error: unknown) => keepApart(parts, { id, dealId }, error));
    if (row) claimed.push(row);
  }
  return { claimed, more: claimed.length < due.length };
}

async function claimOne(
  tx: Transaction,
  { relay }: WebhookParts,
  id: string,
): Promise<Claimed | undefined> {
  const ours = await tx.$queryRaw<object[]>`
    SELECT 1 FROM webhook_delivery WHERE id = ${id} AND ${isDue} FOR UPDATE SKIP LOCKED`;
  if (ours.length === 0) return undefined;
  const row = await tx.webhookDelivery.findUniqueOrThrow({ where: { id } });
  const payload = await payloadOf(tx, row);
  await takeBack(tx, { kind: 'webhook', ref: id });
  if (!payload.ok) {
    await closeDelivery(tx, row, { state: 'failed', why: payload.why });
    return undefined;
  }
  const { url, body } = payload;
  await tx.$executeRaw`
    UPDATE webhook_delivery SET state = 'claimed', claimed_by = ${relay}, attempts = attempts + 1,
      lease_until = now() + ${LEASE_SECONDS}::int * interval '1 second', body = ${body}
    WHERE id = ${id}`;
  return { ...row, url, body, attempts: row.attempts + 1 };
}

/** What cannot be put together is closed, and its run is told: the incident there is what people decide about. */
async function keepApart(
  parts: WebhookParts,
  { id, dealId }: { id: string; dealId: string },
  error: unknown,
): Promise<undefined> {
  const attempts = await setAside(parts, { kind: 'webhook', ref: id, dealId }, error);
  if (!isGivenUp(error, attempts)) return;
  await parts.database.$transaction(async (tx) => {
    const row = await tx.webhookDelivery.findUniqueOrThrow({ where: { id } });
    if (row.state !== 'planned' && row.state !== 'claimed') return;
    await closeDelivery(tx, row, { state: 'failed', why: failedFor(causeOf(error)) });
    await takeBack(tx, { kind: 'webhook', ref: id });
  });
}
