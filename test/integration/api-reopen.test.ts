import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { openWorld, runningDeal, until, type World } from './api-world.ts';

let world: World;
let deal: string;

beforeAll(async () => {
  world = await openWorld();
  deal = await runningDeal(world);
});
afterAll(() => world?.stop());

const reopen = () =>
  world.as.sam.send('POST', `/deals/${deal}/reopen`, { stage: 'sign', reason: 'She called.' });
const row = () => world.prisma.deal.findUniqueOrThrow({ where: { id: deal } });

describe('a deal that is reopened', () => {
  it('keeps nothing of how it ended between its runs, and begins at the stage that was chosen', async () => {
    const { mona, sam } = world.as;
    const move = { visit: 1, override: { reason: 'It is a test.' } };
    await mona.send('POST', `/deals/${deal}/move`, { ...move, stage: 'prepare', exit: 'next' });
    const won = { ...move, stage: 'sign', exit: 'won', reasons: ['price'] };
    await mona.send('POST', `/deals/${deal}/move`, won);
    expect(await row()).toMatchObject({ state: 'won', probability: 100 });

    const [worker] = world.stack.workers;
    await worker?.stop();
    await reopen();
    expect(await row()).toMatchObject({
      state: 'starting',
      runNo: 2,
      probability: 0,
      outcomeReasons: [],
      closedAt: null,
    });

    await worker?.restart();
    const stage = async () => (await sam.get<DealDetail>(`/deals/${deal}`)).stage || undefined;
    expect(await until(stage, 'the second run')).toBe('sign');
  });
});
