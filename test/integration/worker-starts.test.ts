import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealWorkflowId } from '#core/run/contract/run-contract.ts';
import { openLog } from '#worker/log.ts';
import { startDealRun, startDeals } from '#worker/starts/start-deals.ts';
import { temporalAddress, temporalNamespace } from '../support/temporal.ts';
import { offerDrawing } from './worker-drawings.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

let world: World;
let connection: Connection;
let client: Client;

beforeAll(async () => {
  world = await createWorld(offerDrawing);
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace: temporalNamespace() });
});
afterAll(async () => {
  await connection?.close();
  await world?.close();
});

const log = openLog('silent');
const parts = () => ({ database: world.database, client, taskQueue: world.taskQueue, log });
const startRow = (deal: DealRef) =>
  world.database.runStart.findUniqueOrThrow({ where: { dealId_runNo: deal } });
const isRunning = async ({ dealId, runNo }: DealRef) => {
  const { status } = await client.workflow.getHandle(dealWorkflowId(dealId, runNo)).describe();
  return status.name === 'RUNNING';
};

describe('the start sweeper', () => {
  it('starts what a crash left in the outbox, once, though two sweep', async () => {
    const deals = await Promise.all([1, 2, 3].map(() => world.writeStart({ secondsAgo: 10 })));
    await Promise.all([startDeals(parts()), startDeals(parts())]);
    for (const deal of deals) {
      expect(await isRunning(deal)).toBe(true);
      expect(await startRow(deal)).toMatchObject({ attempts: 1, lastError: null });
      expect((await startRow(deal)).startedAt).not.toBeNull();
    }
  });

  it('leaves a fresh row to whoever wrote it', async () => {
    const deal = await world.writeStart({ secondsAgo: 0 });
    await startDeals(parts());
    expect(await startRow(deal)).toMatchObject({ startedAt: null, attempts: 0 });
  });

  it('counts a run that was started before as started, even when it has ended', async () => {
    const deal = await world.writeStart({ secondsAgo: 10 });
    await startDealRun(parts(), deal.dealId, deal.runNo);
    await client.workflow.getHandle(dealWorkflowId(deal.dealId, deal.runNo)).terminate();
    await startDeals(parts());
    expect((await startRow(deal)).startedAt).not.toBeNull();
    expect(await isRunning(deal)).toBe(false);
  });

  it('keeps the reason when Temporal cannot be reached', async () => {
    const deal = await world.writeStart({ secondsAgo: 10 });
    const away = await Connection.connect({ address: temporalAddress() });
    await away.close();
    await startDeals({ ...parts(), client: new Client({ connection: away }) });
    const row = await eventually(async () => {
      const found = await startRow(deal);
      return found.lastError ? found : undefined;
    });
    expect(row).toMatchObject({ startedAt: null, attempts: 1 });
  });
});
