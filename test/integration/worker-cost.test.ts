import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsOf, historiesOf } from './worker-history.ts';
import { photovoltaics, playPhotovoltaics } from './worker-photovoltaics.ts';
import { createWorld, type World } from './worker-world.ts';

let world: World;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  world = await createWorld(photovoltaics);
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

describe('the sample deal Photovoltaics', () => {
  it('costs at most 45 actions and 180 history events', async () => {
    const deal = await playPhotovoltaics(world);
    const histories = await historiesOf(world.client, deal);
    const actions = histories.reduce((sum, history) => sum + actionsOf(history), 0);
    const events = histories.reduce((sum, history) => sum + (history.events?.length ?? 0), 0);
    const batches = await world.database.runBatch.count({ where: { dealId: deal.dealId } });
    console.log(`Photovoltaics: ${actions} actions, ${events} history events, ${batches} batches`);
    expect(actions).toBeLessThanOrEqual(45);
    expect(events).toBeLessThanOrEqual(180);
  });
});
