import type { Transaction } from './client.ts';
import { Prisma } from './generated/client.ts';

interface RunBeginning {
  dealId: string;
  runNo: number;
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
 * Leaves the start of a run to the outbox. Whether its process stands is asked when its first batch is
 * written (worker/activities/other-start.ts): a pause may come meanwhile, or end.
 */
export async function beginRun(tx: Transaction, run: RunBeginning): Promise<void> {
  await tx.runStart.create({ data: run, select: { dealId: true } });
}
