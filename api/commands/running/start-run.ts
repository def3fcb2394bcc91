import type { ProcessDefinition } from '#core/definition/definition.ts';
import type { StartEvent } from '#core/run/contract/run-contract.ts';
import type { Services } from '../../http/services.ts';
import type { RunRef } from '../../runs/runs.ts';

/**
 * Starts the run of a deal from its start row. Best effort: what fails here the worker's sweeper
 * finishes, and a second start finds the first.
 */
export async function startRun(services: Services, { dealId, runNo }: RunRef): Promise<void> {
  const { database, runs, log } = services;
  try {
    const where = { dealId_runNo: { dealId, runNo } };
    const start = await database.runStart.findUniqueOrThrow({ where });
    const deal = await database.deal.findUniqueOrThrow({
      where: { id: dealId },
      select: { processKey: true, version: { select: { number: true, definition: true } } },
    });
    await runs.start({
      dealId,
      runNo,
      process: deal.processKey,
      version: deal.version.number,
      definition: deal.version.definition as unknown as ProcessDefinition,
      start: start.event as unknown as StartEvent,
    });
    await database.runStart.updateMany({
      where: { dealId, runNo, startedAt: null },
      data: { startedAt: services.now() },
    });
  } catch (error) {
    log.warn({ err: error, dealId, runNo }, 'the run is not started yet; the sweeper tries again');
  }
}
