import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

interface RunBeginning {
  dealId: string;
  runNo: number;
  process: string;
  /** What the run is started with. */
  event: object;
  /** When it begins; at once when absent. */
  notBefore?: Date;
}

/** What a deal's row says while its next run has not begun: where it stood belongs to the run before. */
export const betweenRuns = {
  state: 'starting',
  stage: '',
  visit: 0,
  stageEnteredAt: null,
  stageDueAt: null,
  probability: 0,
  outcomeReasons: [],
  outcomeNote: null,
  closedAt: null,
  seq: 0,
  runState: Prisma.DbNull,
};

/**
 * Leaves the start of a run to the outbox. On a process that stands it begins standing: the pause is
 * the first thing that it hears (E19).
 */
export async function beginRun(tx: Transaction, run: RunBeginning): Promise<void> {
  const { process, ...data } = run;
  await tx.runStart.create({ data, select: { dealId: true } });
  // A pause that is being written is waited for: it did not see this run, so this must see it.
  await tx.$queryRaw`SELECT 1 FROM process WHERE key = ${process} FOR SHARE`;
  await tx.$executeRaw`
    INSERT INTO run_signal (deal_id, run_no, event_id, event)
    SELECT ${run.dealId}, ${run.runNo}::int, 'pause:' || freeze_id,
      jsonb_build_object('id', 'pause:' || freeze_id, 'kind', 'pauseProcess', 'freeze', freeze_id)
    FROM process WHERE key = ${process} AND freeze_id IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
