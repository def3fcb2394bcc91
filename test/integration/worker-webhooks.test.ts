import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import { openLog } from '#worker/log.ts';
import { startWebhooks } from '#worker/webhooks/relay.ts';
import { listenOnLoopback, type Loopback } from '../support/loopback.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, eventually, type World } from './worker-world.ts';

const secret = 'a key of webhooks, long enough to pass';
interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

let received: Received[] = [];
/** What the receiver answers: one status after the other, then 200. */
let answers: number[] = [];
let server: Loopback;
let world: World;

beforeAll(async () => {
  server = await listenOnLoopback((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(answers.shift() ?? 200, { location: '/elsewhere' }).end();
    });
  });
  world = await createWorld(effectsDrawing(`http://localhost:${server.port}/hook`));
});
afterAll(async () => {
  await world?.close();
  await server?.stop();
});

/** What the signature must be, as a receiver works it out. */
function signatureOf({ headers, body }: Received): string {
  const said = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  return `v1,${createHmac('sha256', secret).update(said).digest('base64')}`;
}

/** A delivery as a run asks for it, twice under one key, sent until it is over and settled. */
async function deliver(statuses: number[], { allowPrivate = true, daysAgo = 0 } = {}) {
  received = [];
  answers = statuses;
  const deal = await world.writeStart({ secondsAgo: 0 });
  const write = writer(world, deal);
  const effect: Effect = { key: 'hook', kind: 'sendWebhook', webhook: at('hook') };
  await write({ effects: [effect] });
  await write({ effects: [effect] });
  const { database, client } = world;
  const createdAt = new Date(Date.now() - daysAgo * 86_400_000);
  await database.webhookDelivery.updateMany({ where: deal, data: { createdAt } });
  const log = openLog('silent');
  const parts = { database, client, log, relay: deal.dealId, secret, allowPrivate };
  const relay = startWebhooks(parts, world.db.url);
  try {
    return await eventually(async () => {
      const rows = await database.webhookDelivery.findMany({ where: deal });
      return rows.every(({ settledAt }) => settledAt !== null) && { rows, deal };
    });
  } finally {
    await relay.stop();
  }
}

describe('a webhook', () => {
  it('is sent once for its key, signed, with the fields that are drawn', async () => {
    const { rows, deal } = await deliver([]);
    expect(rows).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 200 }]);
    expect(received).toHaveLength(1);
    const [{ headers, body }] = received as [Received];
    const { number } = await world.database.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
    expect(JSON.parse(body)).toMatchObject({
      deal: number,
      currency: 'EUR',
      step: 'hook',
      fields: { price: 10000 },
    });
    expect(headers['webhook-signature']).toBe(signatureOf(received[0]!));
    expect(headers['webhook-id']).toBe(rows[0]!.id);
  });

  it('is sent again after a fault of the receiver, the same under the same id', async () => {
    const { rows } = await deliver([500]);
    expect(rows).toMatchObject([{ state: 'delivered', attempts: 2 }]);
    const [first, second] = received as [Received, Received];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(second.body).toBe(first.body);
    const stamps = [first, second].map(({ headers }) => Number(headers['webhook-timestamp']));
    expect(stamps[1]).toBeGreaterThan(stamps[0]!);
    expect(received.map(signatureOf)).toEqual(
      received.map(({ headers }) => headers['webhook-signature']),
    );
  });

  it('is given up when it is a day old, and says what came last', async () => {
    const { rows } = await deliver([503], { daysAgo: 2 });
    expect(rows).toMatchObject([
      { state: 'failed', attempts: 1, closedWhy: 'gave-up:status:503', lastStatus: 503 },
    ]);
  });

  it('does not follow a redirect', async () => {
    const { rows } = await deliver([302]);
    expect(rows).toMatchObject([{ state: 'failed', closedWhy: 'redirect', lastStatus: 302 }]);
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('is not sent again when the receiver refuses it', async () => {
    const { rows } = await deliver([422]);
    expect(rows).toMatchObject([{ state: 'failed', attempts: 1, closedWhy: 'refused:422' }]);
  });

  it('never reaches an address of this machine, and the deal says so', async () => {
    const { rows, deal } = await deliver([], { allowPrivate: false });
    expect(rows).toMatchObject([{ state: 'failed', closedWhy: 'address' }]);
    expect(received).toEqual([]);
    const facts = await world.database.runFact.findMany({ where: deal });
    expect(facts.map(({ data }) => data)).toMatchObject([
      { type: 'WebhookSettled', result: 'failed', why: 'address', late: true },
    ]);
  });
});
