import type { z } from 'zod';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Database } from '#prisma/client.ts';
import type { dealWebhook } from '../../contract/deal-parts.ts';
import { webhookWords } from '#core/describe/webhook-words.ts';
import type { Version } from '../process/versions.ts';
import type { DetailRow } from './read-deal.ts';

type DealWebhook = z.infer<typeof dealWebhook>;

const shown = {
  id: true,
  stage: true,
  step: true,
  state: true,
  attempts: true,
  lastStatus: true,
  lastError: true,
  closedWhy: true,
  closedAt: true,
  notBefore: true,
  createdAt: true,
} as const;

/** Webhooks of the run, newest last. Their bodies hold what is personal, so they are not even read. */
export async function readWebhooks(
  database: Database,
  { drawing }: Version,
  { id: dealId, run_no: runNo }: DetailRow,
): Promise<DealWebhook[]> {
  const rows = await database.webhookDelivery.findMany({
    where: { dealId, runNo },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: shown,
  });
  return rows.map((row) => {
    const step = drawnStep(drawing, row.stage, row.step);
    const isOver = row.closedAt !== null;
    return {
      id: row.id,
      title: step?.name ?? row.step,
      host: step?.kind === 'webhook' ? hostOf(step.url) : null,
      state: row.state as DealWebhook['state'],
      attempts: row.attempts,
      status: row.lastStatus,
      why: row.state === 'delivered' ? null : webhookWords(isOver ? row.closedWhy : row.lastError),
      at: (row.closedAt ?? row.createdAt).toISOString(),
      nextAt: row.state === 'planned' && row.attempts > 0 ? row.notBefore.toISOString() : null,
    };
  });
}

/** The rest of an address may hold a key of the receiver. */
function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
