import type { Transaction } from './client.ts';

/**
 * A run that begins on a process that stands begins standing: the pause is the first thing it hears
 * (E19). To be called with the row of its start.
 */
export async function pauseNewRun(
  tx: Pick<Transaction, '$executeRaw' | '$queryRaw'>,
  { dealId, runNo, process }: { dealId: string; runNo: number; process: string },
): Promise<void> {
  // A pause that is being written is waited for: it did not see this run, so this must see it.
  await tx.$queryRaw`SELECT 1 FROM process WHERE key = ${process} FOR SHARE`;
  await tx.$executeRaw`
    INSERT INTO run_signal (deal_id, run_no, event_id, event)
    SELECT ${dealId}, ${runNo}::int, 'pause:' || freeze_id,
      jsonb_build_object('id', 'pause:' || freeze_id, 'kind', 'pauseProcess', 'freeze', freeze_id)
    FROM process WHERE key = ${process} AND freeze_id IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
