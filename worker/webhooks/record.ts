import type { Transaction } from '#prisma/client.ts';
import type { WebhookDelivery } from '#prisma/generated/client.ts';
import { Changes } from '../projections/changes.ts';
import type { Called } from './call.ts';
import type { Claimed } from './claimed.ts';
import type { WebhookParts } from './webhook-parts.ts';

const FIRST_PAUSE_SECONDS = 2;
/** Pauses between attempts grow to this. */
const LONGEST_PAUSE_SECONDS = 3_600;
/** It is tried for a day. */
const LONGEST_MS = 24 * 3_600_000;

/** Records how an attempt ended; a row that is no longer ours is left alone. */
export async function recordCall(parts: WebhookParts, row: Claimed, called: Called): Promise<void> {
  await parts.database.$transaction(async (tx) => {
    const ours = await tx.$queryRaw<{ old: boolean }[]>`
      SELECT created_at + ${LONGEST_MS}::bigint * interval '1 millisecond' < now() AS old
      FROM webhook_delivery
      WHERE id = ${row.id} AND claimed_by = ${parts.relay} AND state = 'claimed' FOR UPDATE`;
    const [own] = ours;
    if (!own) return;
    const { status = null } = called;
    if (called.result === 'delivered')
      await closeDelivery(tx, row, { state: 'delivered', why: null, status });
    else if (called.result === 'refused')
      await closeDelivery(tx, row, { state: 'failed', why: called.why, status });
    else if (own.old)
      await closeDelivery(tx, row, { state: 'failed', why: `gave-up:${called.why}`, status });
    else await planAgain(tx, row, called.why, status);
    const changes = new Changes(tx);
    changes.add('deal', row.dealId);
    await changes.publish();
  });
}

/** Grows twofold, with up to a quarter more so that many do not come back at once. */
async function planAgain(
  tx: Transaction,
  { id, attempts }: Claimed,
  why: string,
  status: number | null,
): Promise<void> {
  const pause = Math.min(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1), LONGEST_PAUSE_SECONDS);
  await tx.$executeRaw`
    UPDATE webhook_delivery SET state = 'planned', claimed_by = NULL, lease_until = NULL,
      last_status = ${status}::int, last_error = ${why},
      not_before = now() + ${pause}::int * (1 + random() / 4) * interval '1 second'
    WHERE id = ${id}`;
}

/** A delivery that is over, with the code that says why when it failed. */
export async function closeDelivery(
  tx: Transaction,
  { id }: WebhookDelivery,
  { state, why, status = null }: { state: string; why: string | null; status?: number | null },
): Promise<void> {
  await tx.webhookDelivery.update({
    where: { id },
    data: {
      state,
      closedWhy: why,
      closedAt: new Date(),
      lastStatus: status,
      claimedBy: null,
      leaseUntil: null,
    },
    select: { id: true },
  });
}
