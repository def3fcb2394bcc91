import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { publishProcess } from '../support/publish.ts';
import { newDeal, openWorld, problemOf, until, type World } from './api-world.ts';
import { drawing } from './api-drawing.ts';

const followed = {
  ...drawing,
  name: 'Followed',
  outcomes: {
    ...drawing.outcomes,
    lost: { ...drawing.outcomes.lost, then: [{ id: 'after', process: 'AFT-1' }] },
  },
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const dealOf = (id: string) => world.as.mona.get<DealDetail>(`/deals/${id}`);

async function lostDeal(): Promise<string> {
  const body = { ...newDeal(), process: 'FOL-1' };
  const { id } = await world.as.sam.send<{ id: string }>('POST', '/deals', body);
  const open = await until(async () => {
    const deal = await dealOf(id);
    return deal.state === 'open' ? deal : undefined;
  }, 'the start of the deal');
  const { stage, visit } = open;
  await world.as.sam.send('POST', `/deals/${id}/move`, {
    stage,
    visit,
    exit: 'lost',
    reasons: [drawing.outcomes.lost.reasons[0]!.id],
  });
  return id;
}

describe('a lost deal whose follow-up could not be started', () => {
  it('is lost, cannot be reopened, and has an incident that a manager retries', async () => {
    const { root } = world.as;
    await root.send('POST', '/processes', { key: 'AFT-1', name: 'Afterwards' });
    await root.send('PUT', '/processes/AFT-1/draft', { revision: 1, drawing });
    await publishProcess(root, 'FOL-1', followed);
    const id = await lostDeal();
    const deal = await until(async () => {
      const seen = await dealOf(id);
      return seen.incidents.length > 0 ? seen : undefined;
    }, 'the incident');
    expect(deal).toMatchObject({ state: 'lost', may: { resolve: true } });
    expect(deal.incidents).toMatchObject([
      {
        title: 'Start of AFT-1',
        cause: 'The process that it starts has no published version',
        choices: ['retry', 'skip'],
      },
    ]);
    const reopening = { stage: 'prepare', reason: 'The customer called.' };
    const refused = await world.as.mona.request('POST', `/deals/${id}/reopen`, { body: reopening });
    expect(problemOf(refused)).toMatchObject({ status: 409, code: 'halted' });

    await root.send('POST', '/processes/AFT-1/versions', { revision: 2, note: 'First' });
    const incident = `/deals/${id}/incidents/${deal.incidents[0]!.id}`;
    await world.as.mona.send('POST', incident, { choice: 'retry' });
    expect(await dealOf(id)).toMatchObject({
      state: 'lost',
      incidents: [],
      may: { resolve: false },
    });
    const again = problemOf(
      await world.as.mona.request('POST', incident, { body: { choice: 'retry' } }),
    );
    expect(again).toMatchObject({ status: 409, code: 'not-open' });
    const others = await world.prisma.deal.findMany({ where: { parentDealId: id } });
    expect(others).toMatchObject([{ processKey: 'AFT-1' }]);
    await world.as.mona.send('POST', `/deals/${id}/reopen`, reopening);
  });
});
