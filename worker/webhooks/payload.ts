import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Transaction } from '#prisma/client.ts';
import type { WebhookDelivery } from '#prisma/generated/client.ts';
import { webhookBody } from './body.ts';
import { pinnedVersion } from '../activities/batch/pinned-version.ts';

/** What a delivery calls and sends: taken when it first goes out, the same at every repetition. */
export type Payload = { ok: true; url: string; body: string } | { ok: false; why: string };

/** @returns `unknown-step` when the version has no such webhook */
export async function payloadOf(tx: Transaction, row: WebhookDelivery): Promise<Payload> {
  const { drawing } = await pinnedVersion(tx, row.versionId);
  const step = drawnStep(drawing, row.stage, row.step);
  if (step?.kind !== 'webhook') return { ok: false, why: 'unknown-step' };
  const { url } = step;
  if (row.body !== null) return { ok: true, url, body: row.body };
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: row.dealId },
    select: {
      number: true,
      processKey: true,
      stage: true,
      state: true,
      currency: true,
      fields: true,
    },
  });
  return { ok: true, url, body: webhookBody(step, deal) };
}
