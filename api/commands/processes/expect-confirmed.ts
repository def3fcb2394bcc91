import { nowStarting, toConfirm } from '#core/definition/comparing/now-starting.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { AppError } from '../../problem/app-error.ts';

/**
 * Whoever publishes has confirmed each step that mails, calls or starts a process as soon as its stage
 * begins, and waits for another step in the live version.
 * @throws AppError `not-confirmed` with each step that is not confirmed
 */
export function expectConfirmed(
  live: Drawing | undefined,
  drawing: Drawing,
  confirmed: readonly string[],
): void {
  if (!live) return;
  const open = toConfirm(nowStarting(live, drawing)).filter(
    ({ step }) => !confirmed.includes(step),
  );
  if (open.length === 0) return;
  const errors = open.map(({ step, sentence }) => ({
    path: 'confirmed',
    value: step,
    message: sentence,
    remedy: 'Link it to a step before it, or confirm that it is meant.',
  }));
  const what = open.length === 1 ? 'One step starts' : `${open.length} steps start`;
  throw new AppError('not-confirmed', `${what} with the stage and must be confirmed.`, { errors });
}
