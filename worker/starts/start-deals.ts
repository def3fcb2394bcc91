import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { Prisma } from '#prisma/generated/client.ts';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { dealStart, dealWorkflow, type StartEvent } from '#core/run/contract/run-contract.ts';
import type { Database } from '#prisma/client.ts';
import { causeOf } from '../cause-of.ts';
import type { Log } from '../log.ts';
import { isOutage } from '../outage.ts';
import { mayBeTried, setAside, takeBack } from '../set-aside.ts';
import { beginPlanned } from './begin-planned.ts';

/** Rows younger than this are left to the api, which wrote them; those with an instant are ours alone. */
const PATIENCE_MS = 2_000;
const AT_ONCE = 20;
/** How long a row that failed to start rests. */
const REST_MS = 15_000;

export interface StartParts {
  database: Database;
  client: Client;
  taskQueue: string;
}

type SweeperParts = StartParts & { log: Log };

/**
 * Starts the runs that are in the outbox still: the api starts them itself after its transaction, and
 * what a crash or an absent server left is finished here. Answers whether there may be more.
 */
export async function startDeals(parts: SweeperParts): Promise<boolean> {
  const left = await reserve(parts.database);
  for (const { dealId, runNo } of left) await startOne(parts, dealId, runNo);
  return left.length === AT_ONCE;
}

/** Takes rows out of others' sight for a while, so that two sweepers do not do the same. */
function reserve(database: Database) {
  return database.$queryRaw<{ dealId: string; runNo: number }[]>`
    UPDATE run_start SET attempts = attempts + 1
    WHERE (deal_id, run_no) IN (
      SELECT deal_id, run_no FROM run_start
      WHERE started_at IS NULL AND ${mayBeTried('start', Prisma.sql`deal_id || ':' || run_no`)}
        AND coalesce(not_before, created_at + ${PATIENCE_MS}::int * interval '1 millisecond')
          + attempts * ${REST_MS}::int * interval '1 millisecond' <= now()
      ORDER BY created_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING deal_id AS "dealId", run_no AS "runNo"`;
}

async function startOne(parts: SweeperParts, dealId: string, runNo: number): Promise<void> {
  const where = { dealId_runNo: { dealId, runNo } };
  const ref = `${dealId}:${runNo}`;
  try {
    await startDealRun(parts, dealId, runNo);
    await parts.database.runStart.update({
      where,
      data: { startedAt: new Date(), lastError: null },
    });
    await takeBack(parts.database, { kind: 'start', ref });
  } catch (error) {
    await parts.database.runStart.update({ where, data: { lastError: causeOf(error) } });
    if (!isOutage(error)) await setAside(parts, { kind: 'start', ref, dealId }, error);
  }
}

/** Starts a deal's run from its rows. One that was started before, even one that has ended, counts as started. */
export async function startDealRun(
  parts: StartParts,
  dealId: string,
  runNo: number,
): Promise<void> {
  await beginPlanned(parts.database, { dealId, runNo });
  const { event } = await parts.database.runStart.findUniqueOrThrow({
    where: { dealId_runNo: { dealId, runNo } },
    select: { event: true },
  });
  const { processKey, version } = await parts.database.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { processKey: true, version: { select: { number: true, definition: true } } },
  });
  const input = {
    dealId,
    runNo,
    process: processKey,
    version: version.number,
    // Written at publish by the compiler, and by the api with the deal.
    definition: version.definition as unknown as ProcessDefinition,
    start: event as unknown as StartEvent,
  };
  try {
    await parts.client.workflow.start(dealWorkflow, dealStart(input, parts.taskQueue));
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
