import { ApplicationFailure } from '@temporalio/common';
import type { Answers, RunEvent } from '#core/run/contract/event.ts';
import type { Written } from './batch.ts';
import type { Turn } from './turn.ts';

/**
 * Writes the batch's row, which decides: the first to come is the batch of that number. Answers what
 * is stored when this one came second; undefined when it is the first.
 */
export async function storeBatch({ tx, batch, answers }: Turn): Promise<Written | undefined> {
  const [events, stored] = [batch.events, answers].map((value) => JSON.stringify(value));
  const inserted = await tx.$executeRaw`
    INSERT INTO run_batch (run, seq, deal_id, run_no, engine, checksum, now, events, refused, effects_hash, answers)
    VALUES (${batch.run}, ${batch.seq}, ${batch.dealId}, ${batch.runNo}, ${batch.engine},
      ${batch.checksum}, ${batch.now}::bigint, ${events}::json, ${batch.refused}, ${batch.effectsHash}, ${stored}::json)
    ON CONFLICT (run, seq) DO NOTHING`;
  return inserted === 1 ? undefined : readStored({ tx, batch });
}

/** The batch of this number as an earlier attempt wrote it; undefined when there is none. */
export async function readStored({
  tx,
  batch,
}: Pick<Turn, 'tx' | 'batch'>): Promise<Written | undefined> {
  const { run, seq } = batch;
  const row = await tx.runBatch.findUnique({ where: { run_seq: { run, seq } } });
  if (!row) return undefined;
  if (row.engine !== batch.engine || row.checksum !== batch.checksum) {
    throw ApplicationFailure.nonRetryable(
      `Batch ${seq} of run ${run} was written by another definition or engine.`,
      'foreign-batch',
    );
  }
  // Written above by this same function, from values of these types.
  const events = row.events as unknown as RunEvent[];
  const answers = row.answers as unknown as Answers | null;
  const now = Number(row.now);
  return { stored: { events, now, effectsHash: row.effectsHash }, now, answers };
}
