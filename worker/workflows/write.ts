import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { Batch, RunActivities, Written } from '#worker/activities/batch/batch.ts';
import type { HaltCode } from '#core/run/contract/run-contract.ts';

const local = proxyLocalActivities<RunActivities>({
  startToCloseTimeout: '2s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumAttempts: 3 },
});
/** Retried without limit: PostgreSQL may be away for hours. */
export const regular = proxyActivities<RunActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '15s' },
});

/**
 * Writes a batch: as a local activity, which is cheap, and when that fails three times as a regular
 * one, which waits as long as it takes. Throws only what no repetition heals; see `haltCodeOf`.
 */
export async function write(batch: Batch): Promise<Written> {
  try {
    return await local.applyEffects(batch);
  } catch (error) {
    if (isCancellation(error) || haltCodeOf(error)) throw error;
    return regular.applyEffects(batch);
  }
}

/** The code with which an activity said that repeating is no use. */
export function haltCodeOf(error: unknown): HaltCode | undefined {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  if (!(cause instanceof ApplicationFailure)) return undefined;
  return cause.type === 'effects-failed' || cause.type === 'foreign-batch' ? cause.type : undefined;
}
