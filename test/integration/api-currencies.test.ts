import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { listenOnLoopback, type Loopback } from '../support/loopback.ts';
import { publishProcess } from '../support/publish.ts';
import { newDeal, openWorld, problemOf, until, type World } from './api-world.ts';

const MINOR = 1_234_567;
/** The currency, and how its minor units read: with no, two and three decimals. */
const currencies = [
  ['JPY', '1 234 567 JPY'],
  ['PLN', '12 345.67 PLN'],
  ['KWD', '1 234.567 KWD'],
] as const;

let world: World;
let receiver: Loopback;
const received: { currency: string; fields: { price: number } }[] = [];

beforeAll(async () => {
  receiver = await listenOnLoopback(async (request, response) => {
    received.push(JSON.parse(await text(request)) as (typeof received)[number]);
    response.writeHead(200).end();
  });
  world = await openWorld({ env: { WEBHOOK_ALLOW_PRIVATE: '1' } });
});
afterAll(async () => {
  await world?.stop();
  await receiver?.stop();
});

function drawingIn(currency: string): Drawing {
  const reasons = [{ id: 'other', label: 'Other' }];
  const exit = (to: string) => ({ id: to, name: to, mode: 'manual', to });
  return drawingSchema.parse({
    schema: 1,
    name: `Sales in ${currency}`,
    currency,
    calendar: 'always',
    fields: [{ id: 'price', label: 'Price', type: 'money', intake: 'required' }],
    policies: [],
    stages: [
      {
        id: 'offer',
        name: 'Offer',
        probability: 40,
        steps: [
          {
            id: 'mail',
            kind: 'email',
            name: 'Offer by mail',
            subject: 'Our offer',
            body: 'It costs {{ deal.price }}.',
          },
          {
            id: 'hook',
            kind: 'webhook',
            name: 'Tell the ERP',
            url: `http://localhost:${receiver.port}/`,
            sends: ['price'],
          },
          {
            id: 'call',
            kind: 'task',
            name: 'Call',
            assign: { kind: 'owner' },
            outcomes: [{ id: 'done', label: 'Done' }],
          },
        ],
        exits: [exit('won'), exit('lost')],
      },
    ],
    outcomes: { won: { reasons }, lost: { reasons } },
  });
}

const register = (currency: string, price: number) =>
  world.as.sam.request('POST', '/deals', {
    body: { ...newDeal(), process: `CUR-${currency}`, valueMinor: MINOR, fields: { price } },
  });

describe.each(currencies)('an amount in %s', (currency, written) => {
  it(`is ${MINOR} minor units for programs and “${written}” for people`, async () => {
    await publishProcess(world.as.root, `CUR-${currency}`, drawingIn(currency));
    const { status, body } = await register(currency, MINOR);
    expect(status).toBe(201);
    const { id } = body as { id: string };
    const deal = await world.as.sam.get<DealDetail>(`/deals/${id}`);
    expect(deal).toMatchObject({ valueMinor: MINOR, currency, fields: { price: MINOR } });
    const mail = await until(async () => {
      const row = await world.prisma.message.findFirst({ where: { dealId: id, kind: 'step' } });
      return row?.text?.replaceAll('\u00a0', ' ');
    }, 'the text of the mail');
    expect(mail).toContain(`It costs ${written}.`);
    const call = await until(
      async () => received.find((one) => one.currency === currency),
      'the call of the receiver',
    );
    expect(call.fields).toEqual({ price: MINOR });
  });

  it('is refused when it has a fraction of a minor unit', async () => {
    const refused = problemOf(await register(currency, 10.5));
    expect([refused.status, refused.paths]).toEqual([422, ['fields.price']]);
  });
});
