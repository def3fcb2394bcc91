import type { Written } from '../batch/batch.ts';
import { readStored } from '../batch/store-batch.ts';
import type { Turn } from '../batch/turn.ts';

/**
 * Whether a batch that starts its run begins otherwise than its process stands now (E19): then nothing
 * may be written, and the start is to be folded again. The lock keeps a pause waiting until the batch is
 * committed: it then tells the run itself, which is an open deal. What was stored before counts.
 */
export async function otherStart(turn: Turn): Promise<Written | undefined> {
  const { tx, batch, deal } = turn;
  const start = batch.events.find(({ kind }) => kind === 'start');
  if (start?.kind !== 'start') return undefined;
  const rows = await tx.$queryRaw<{ freeze: string | null }[]>`
    SELECT freeze_id AS freeze FROM process WHERE key = ${deal.processKey} FOR SHARE`;
  const freeze = rows[0]?.freeze ?? null;
  if (freeze === (start.freeze ?? null)) return undefined;
  return (await readStored(turn)) ?? { now: batch.now, answers: null, freeze };
}
