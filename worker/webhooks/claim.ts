import type { Transaction } from '#prisma/client.ts';
import type { WebhookDelivery } from '#prisma/generated/client.ts';
import { payloadOf } from './payload.ts';
import { closeDelivery } from './record.ts';
import { LEASE_SECONDS, type WebhookParts } from './webhook-parts.ts';

/** A row that is ours to send, its bytes frozen. */
export type Claimed = WebhookDelivery & { url: string; body: string };

/**
 * Claims up to `count` deliveries that are due by the database's clock, and those whose relay has
 * died: the receiver knows a repetition by its id.
 */
export async function claimWebhooks(parts: WebhookParts, count: number): Promise<Claimed[]> {
  return parts.database.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM webhook_delivery
      WHERE (state = 'planned' AND not_before <= now()) OR (state = 'claimed' AND lease_until < now())
      ORDER BY not_before LIMIT ${count} FOR UPDATE SKIP LOCKED`;
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    const rows = await tx.webhookDelivery.findMany({
      where: { id: { in: ids } },
      orderBy: { notBefore: 'asc' },
    });
    const claimed: Claimed[] = [];
    for (const row of rows) claimed.push(...(await claimOne(tx, parts, row)));
    return claimed;
  });
}

async function claimOne(
  tx: Transaction,
  { relay }: WebhookParts,
  row: WebhookDelivery,
): Promise<Claimed[]> {
  const payload = await payloadOf(tx, row);
  if (!payload.ok) {
    await closeDelivery(tx, row, { state: 'failed', why: payload.why });
    return [];
  }
  const { url, body } = payload;
  await tx.$executeRaw`
    UPDATE webhook_delivery SET state = 'claimed', claimed_by = ${relay}, attempts = attempts + 1,
      lease_until = now() + ${LEASE_SECONDS}::int * interval '1 second', body = ${body}
    WHERE id = ${row.id}`;
  return [{ ...row, url, body, attempts: row.attempts + 1 }];
}
