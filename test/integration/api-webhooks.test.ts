import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { listenOnLoopback, type Loopback } from '../support/loopback.ts';
import { publishProcess } from '../support/publish.ts';
import { webhookDrawing, webhookProcess } from './api-webhook-drawing.ts';
import { newDeal, openWorld, until, type World } from './api-world.ts';

let world: World;
let server: Loopback;
let dealId: string;
/** Calls that the receiver has not answered. */
const calls: ServerResponse[] = [];

beforeAll(async () => {
  server = await listenOnLoopback((request, response) => {
    request.resume();
    calls.push(response);
  });
  world = await openWorld({ env: { WEBHOOK_ALLOW_PRIVATE: '1' } });
  const { root, sam } = world.as;
  const url = `http://localhost:${server.port}/hook?key=hidden-from-everybody`;
  await publishProcess(root, webhookProcess, webhookDrawing(url));
  const fields = { phone: '+48 600 100 200' };
  const asked = { ...newDeal(), process: webhookProcess, fields };
  dealId = (await sam.send<{ id: string }>('POST', '/deals', asked)).id;
});
afterAll(async () => {
  await world?.stop();
  await server?.stop();
});

/** The one webhook of the deal, once it is as said. */
async function webhook(state: string, attempts: number) {
  return until(async () => {
    const deal = await world.as.sam.get<DealDetail>(`/deals/${dealId}`);
    return deal.webhooks.find((row) => row.state === state && row.attempts === attempts);
  }, `a webhook that is ${state} after ${attempts} attempts`);
}

async function answer(status: number): Promise<void> {
  const call = await until(async () => calls.shift(), 'a call of the receiver');
  call.writeHead(status).end();
}

describe('the webhooks of a deal', () => {
  it('are told with their attempts and the last answer, and without what was sent', async () => {
    const sent = await webhook('claimed', 1);
    expect(sent).toMatchObject({ title: 'Tell the ERP', status: null, why: null, nextAt: null });
    expect(sent.host).toMatch(/^localhost:\d+$/);
    await answer(503);
    const again = await webhook('planned', 1);
    expect(again).toMatchObject({
      status: 503,
      why: 'The other system reports a fault of its own.',
    });
    expect(Date.parse(again.nextAt ?? '')).toBeGreaterThan(Date.parse(again.at));
    await webhook('claimed', 2);
    await answer(404);
    const failed = await webhook('failed', 2);
    const why = 'It refused what was sent.';
    expect(failed).toMatchObject({ status: 404, why, nextAt: null });
    const page = JSON.stringify((await world.as.sam.get<DealDetail>(`/deals/${dealId}`)).webhooks);
    expect(page).not.toMatch(/hidden-from-everybody|600 100 200|key of webhooks/);
  });
});
