import type { MachineEvent } from '#core/run/run-contract.ts';
import type { Transaction } from '#prisma/client.ts';
import type { WebhookDelivery } from '#prisma/generated/client.ts';
import { recordLate } from '../outbox/late-fact.ts';
import { signalRun } from '../outbox/signal-run.ts';
import type { WebhookParts } from './webhook-parts.ts';

const AT_ONCE = 50;

/** Tells runs what became of their webhooks, as far as they have not heard it. Answers whether there may be more. */
export async function settleWebhooks(parts: WebhookParts): Promise<boolean> {
  const rows = await parts.database.webhookDelivery.findMany({
    where: { state: { in: ['delivered', 'failed'] }, settledAt: null },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
  });
  await Promise.all(rows.map((row) => settleOne(parts, row)));
  return rows.length === AT_ONCE;
}

async function settleOne({ client, database }: WebhookParts, row: WebhookDelivery): Promise<void> {
  const event = resultOf(row);
  if (await signalRun(client, row, event)) return markSettled(database, row);
  const { webhook, result, why } = event;
  await database.$transaction(async (tx) => {
    await recordLate(tx, row, { type: 'WebhookSettled', ...webhook, result, ...(why && { why }) });
    await markSettled(tx, row);
  });
}

async function markSettled(
  database: Pick<Transaction, 'webhookDelivery'>,
  { id }: WebhookDelivery,
): Promise<void> {
  const data = { settledAt: new Date() };
  await database.webhookDelivery.update({ where: { id }, data, select: { id: true } });
}

type WebhookResult = Extract<MachineEvent, { kind: 'webhookResult' }>;

function resultOf(row: WebhookDelivery): WebhookResult {
  const { stage, step, visit, round } = row;
  const webhook = { stage, step, visit, round };
  const event = { id: `webhook:${row.id}`, kind: 'webhookResult', webhook } as const;
  if (row.state === 'delivered') return { ...event, result: 'delivered' };
  return { ...event, result: 'failed', why: row.closedWhy ?? 'unknown' };
}
