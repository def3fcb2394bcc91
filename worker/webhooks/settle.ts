import { Prisma, type WebhookDelivery } from '#prisma/generated/client.ts';
import type { MachineEvent } from '#core/run/contract/run-contract.ts';
import type { Transaction } from '#prisma/client.ts';
import { notComposed, wasNotComposed } from '../given-up.ts';
import { recordLate } from '../outbox/late-fact.ts';
import { signalRun } from '../outbox/signal-run.ts';
import { mayBeTried, setAside, takeBack } from '../set-aside.ts';
import type { WebhookParts } from './webhook-parts.ts';

const AT_ONCE = 50;

/**
 * Tells runs what became of their webhooks, as far as they have not heard it; a row that cannot be told
 * is set aside alone. Answers whether there may be more.
 */
export async function settleWebhooks(parts: WebhookParts): Promise<boolean> {
  const ids = await parts.database.$queryRaw<{ id: string }[]>`
    SELECT id FROM webhook_delivery
    WHERE state IN ('delivered', 'failed') AND settled_at IS NULL
      AND ${mayBeTried('webhookResult', Prisma.sql`webhook_delivery.id`)}
    ORDER BY created_at LIMIT ${AT_ONCE}`;
  const where = { id: { in: ids.map(({ id }) => id) } };
  const rows = await parts.database.webhookDelivery.findMany({ where });
  await Promise.all(
    rows.map(async (row) => {
      const { id: ref, dealId } = row;
      await settleOne(parts, row).catch((error: unknown) =>
        setAside(parts, { kind: 'webhookResult', ref, dealId }, error),
      );
    }),
  );
  return rows.length === AT_ONCE;
}

async function settleOne({ client, database }: WebhookParts, row: WebhookDelivery): Promise<void> {
  if (await signalRun(client, row, resultOf(row))) return markSettled(database, row);
  const { stage, step, visit, round, closedWhy: why } = row;
  const result = row.state === 'delivered' ? 'delivered' : 'failed';
  await database.$transaction(async (tx) => {
    const fact = { type: 'WebhookSettled', stage, step, visit, round, result } as const;
    await recordLate(tx, row, { ...fact, ...(why !== null && { why }) });
    await markSettled(tx, row);
  });
}

async function markSettled(
  database: Pick<Transaction, 'webhookDelivery' | 'setAside'>,
  { id }: WebhookDelivery,
): Promise<void> {
  const data = { settledAt: new Date() };
  await database.webhookDelivery.update({ where: { id }, data, select: { id: true } });
  await takeBack(database, { kind: 'webhookResult', ref: id });
}

type WebhookResult = Extract<MachineEvent, { kind: 'webhookResult' | 'workFailed' }>;

function resultOf(row: WebhookDelivery): WebhookResult {
  const { stage, step, visit, round } = row;
  const webhook = { stage, step, visit, round };
  const id = `webhook:${row.id}`;
  if (row.state === 'delivered') return { id, kind: 'webhookResult', webhook, result: 'delivered' };
  if (wasNotComposed(row.closedWhy)) {
    return { id, kind: 'workFailed', step: webhook, code: notComposed };
  }
  return { id, kind: 'webhookResult', webhook, result: 'failed', why: row.closedWhy ?? 'unknown' };
}
