import {
  nowStarting,
  reachesOutside,
  referenceOf,
  sentenceOf,
} from '#core/definition/now-starting.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from '#prisma/client.ts';
import { AppError } from '../problem/app-error.ts';

/**
 * Whoever publishes has confirmed each step that mails, calls or starts a process as soon as its stage
 * begins, and waits for another step in the live version.
 * @throws AppError `not-confirmed` with each step that is not confirmed
 */
export async function expectConfirmed(
  tx: Transaction,
  { key, drawing, confirmed }: { key: string; drawing: Drawing; confirmed: readonly string[] },
): Promise<void> {
  const live = await tx.processVersion.findFirst({
    where: { processKey: key },
    orderBy: { number: 'desc' },
    select: { drawing: true },
  });
  if (!live) return;
  const open = nowStarting(live.drawing as unknown as Drawing, drawing)
    .filter(({ step }) => reachesOutside(step))
    .filter((one) => !confirmed.includes(referenceOf(one)));
  if (open.length === 0) return;
  const errors = open.map((one) => ({
    path: 'confirmed',
    value: referenceOf(one),
    message: sentenceOf(one),
    remedy: 'Link it to a step before it, or confirm that it is meant.',
  }));
  const what = open.length === 1 ? 'One step starts' : `${open.length} steps start`;
  throw new AppError('not-confirmed', `${what} with the stage and must be confirmed.`, { errors });
}
