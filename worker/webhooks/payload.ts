import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Transaction } from '#prisma/client.ts';
import type { WebhookDelivery } from '#prisma/generated/client.ts';
import { pinnedVersion } from '../activities/pinned-version.ts';

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
    select: { number: true, processKey: true, stage: true, state: true, fields: true },
  });
  const values = deal.fields as Record<string, unknown>;
  const fields = Object.fromEntries(step.sends.map((id) => [id, values[id] ?? null]));
  const { number, processKey: process, stage, state } = deal;
  const body = { deal: number, process, stage, state, step: step.id, name: step.name, fields };
  return { ok: true, url, body: JSON.stringify(body) };
}
