import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import { openLog } from '#worker/log.ts';
import { startRelay } from '#worker/mail/relay.ts';
import { openSmtp } from '#worker/mail/smtp.ts';
import { smtpPatience } from '#worker/mail/smtp-patience.ts';
import { sendSignals } from '#worker/outbox/send-signals.ts';
import { startDeals } from '#worker/starts/start-deals.ts';
import { startWebhooks } from '#worker/webhooks/relay.ts';
import { listenOnLoopback, type Loopback } from '../support/loopback.ts';
import { startFaultyMailbox, type Mailbox } from '../support/mail.ts';
import { temporalAddress, temporalNamespace } from '../support/temporal.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { mailDrawing } from './worker-drawings.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

const from = 'Sales <sales@stagewright.test>';
const patience = smtpPatience(2_000);
const log = openLog('silent');
let world: World;
let worker: { stop(): Promise<void> };
let connection: Connection;
let client: Client;
let receiver: Loopback;
let called: string[] = [];
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await createWorld(mailDrawing);
  worker = await world.startWorker();
  connection = await Connection.connect({ address: temporalAddress() });
  client = new Client({ connection, namespace: temporalNamespace() });
  receiver = await listenOnLoopback((request, response) => {
    called.push(request.url ?? '');
    request.resume();
    response.writeHead(200).end();
  });
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await world.database.setAside.deleteMany();
  called = [];
});
afterAll(async () => {
  await worker?.stop();
  await receiver?.stop();
  await connection?.close();
  await world?.close();
});

async function relay(): Promise<Mailbox> {
  const mailbox = await startFaultyMailbox(() => undefined);
  stops.push(mailbox.stop);
  const mail = startRelay(
    {
      database: world.database,
      client,
      log,
      patience,
      relay: randomUUID(),
      smtp: openSmtp(mailbox.smtpUrl, from, patience),
      mailFrom: from,
      publicUrl: 'http://sales.test',
      evidenceUrl: mailbox.httpUrl,
    },
    world.db.url,
  );
  stops.push(() => mail.stop());
  return mailbox;
}

/** A deal whose mail names a version that is not there, as a damaged database may hold it. */
async function dealWithBadMail(): Promise<DealRef> {
  const deal = await world.startDeal({ fields: { price: 4_680_000 } });
  const { id } = await eventually(() => world.database.message.findFirst({ where: deal }));
  const template = { versionId: 'gone', stage: 'send', step: 'mail' };
  await world.database.message.update({ where: { id }, data: { template } });
  return deal;
}

const setAsideOf = (kind: string, ref: string) =>
  eventually(() => world.database.setAside.findFirst({ where: { kind, ref } }));
const incidentOf = (deal: DealRef) =>
  eventually(() => world.database.incident.findFirst({ where: { ...deal, resolvedAt: null } }));
const accepted = (deal: DealRef) =>
  eventually(() => world.database.message.findFirst({ where: { ...deal, state: 'accepted' } }), 60);

describe('a mail that cannot be put together', () => {
  it('is set aside alone with an incident on its deal; the others go, and a retry sends it', async () => {
    const poison = await dealWithBadMail();
    const others = await Promise.all(Array.from({ length: 12 }, () => world.startDeal()));
    const mailbox = await relay();
    for (const deal of others) {
      const { messageId } = await accepted(deal);
      expect(await mailbox.countOf(messageId!)).toBe(1);
    }
    const incident = await incidentOf(poison);
    expect(incident).toMatchObject({
      step: 'mail',
      code: 'not-composed',
      choices: ['retry', 'skip'],
    });
    const closed = await world.database.message.findFirstOrThrow({ where: poison });
    expect(closed).toMatchObject({ state: 'closed' });
    expect(closed.closedWhy).toMatch(/^failed:P2025: /);
    await eventually(
      async () => (await world.database.message.findFirst({ where: poison }))?.settledAt,
    );

    const act = await world.runs.act(poison, {
      id: randomUUID(),
      by: world.people.mona,
      kind: 'resolveIncident',
      choice: 'retry',
      incident: incident.incident,
      reason: null,
    });
    expect(act).toMatchObject({ kind: 'done' });
    const { messageId } = await accepted(poison);
    expect(await mailbox.countOf(messageId!)).toBe(1);
  }, 120_000);

  it('rests when it is a notice, or names a digest that cannot be read, with the cause', async () => {
    const deal = await world.startDeal({ email: null });
    const notification = await world.database.notification.create({
      data: {
        ...deal,
        personId: world.people.mona,
        key: 'digest:x',
        kind: 'digest',
        data: {},
        at: new Date(),
      },
    });
    const row = { ...deal, personId: world.people.mona, kind: 'notice', notBefore: new Date(0) };
    const notice = {
      ...row,
      key: 'bad',
      template: { kind: 'escalation', stageName: 'S', due: 'x' },
    };
    const digest = {
      ...row,
      key: 'digest',
      template: {
        kind: 'digest',
        notification: notification.id,
      },
    };
    const bad = [];
    for (const data of [notice, digest]) bad.push(await world.database.message.create({ data }));
    await relay();
    await accepted(await world.startDeal());
    for (const { id } of bad) {
      const aside = await setAsideOf('mail', id);
      expect(aside.cause).toMatch(/^(TypeError|RangeError): /);
      expect(aside).toMatchObject({ dealId: deal.dealId });
      expect(await world.database.message.findUnique({ where: { id } })).toMatchObject({
        state: 'planned',
      });
    }
    await world.database.message.deleteMany({ where: { kind: 'notice' } });
  });

  it('and a result that does not say whose it is hold up no other result', async () => {
    const lost = await world.startDeal({ email: null });
    const row = { ...lost, key: 'nobody', kind: 'step', template: {}, notBefore: new Date(0) };
    const data = { ...row, state: 'accepted', createdAt: new Date(0) };
    const { id } = await world.database.message.create({ data });
    await relay();
    const deal = await world.startDeal();
    await eventually(async () => (await accepted(deal)).settledAt);
    expect((await setAsideOf('mailResult', id)).cause).toContain('does not say which step');
    await world.database.message.delete({ where: { id } });
  });
});

describe('another row of an outbox', () => {
  it('that is a webhook of a version which cannot be read becomes an incident or late fact; the others go', async () => {
    const other = await createWorld(effectsDrawing(`http://localhost:${receiver.port}/hook`));
    stops.push(() => other.close());
    const effect: Effect = { key: 'hook', kind: 'sendWebhook', webhook: at('hook') };
    const deals = [];
    for (let k = 0; k < 3; k++) {
      const deal = await other.writeStart({ secondsAgo: 0 });
      await writer(other, deal)({ effects: [effect] });
      deals.push(deal);
    }
    const where = { deal: { id: deals[0]!.dealId } };
    await other.database.webhookDelivery.updateMany({ where, data: { versionId: 'gone' } });
    const parts = {
      database: other.database,
      client,
      log,
      relay: 'r',
      allowPrivate: true,
      secret: 'a key of webhooks, long enough to pass',
    };
    const webhooks = startWebhooks(parts, other.db.url);
    stops.push(() => webhooks.stop());
    await eventually(async () => called.length === 2);
    const failed = await eventually(() =>
      other.database.webhookDelivery.findFirst({ where: { ...where, state: 'failed' } }),
    );
    expect(failed.closedWhy).toMatch(/^failed:P2025: /);
  });

  it('that is a planned start without a version says so, and the next starts', async () => {
    const planned = await world.writeStart({ secondsAgo: 60 });
    const { database } = world;
    const empty = { key: `empty-${randomUUID()}`, name: 'Empty', draft: {} };
    await database.process.create({ data: empty });
    const data = { state: 'planned', processKey: empty.key };
    await database.deal.update({ where: { id: planned.dealId }, data });
    const next = await world.writeStart({ secondsAgo: 30 });
    await startDeals({ database, client, log, taskQueue: world.taskQueue });
    const started = await database.runStart.findUniqueOrThrow({ where: { dealId_runNo: next } });
    expect(started.startedAt).not.toBeNull();
    const aside = await setAsideOf('start', `${planned.dealId}:1`);
    expect(aside).toMatchObject({ dealId: planned.dealId, attempts: 1 });
    expect(aside.cause).toContain(empty.key);
  });

  it('that is a signal which cannot be sent rests, and another deal hears its own', async () => {
    const [bad, good] = [await world.startDeal(), await world.startDeal()];
    const event = { id: 'x', kind: 'external', name: 'unheardOf' };
    const { database } = world;
    for (const [deal, eventId] of [
      [bad, 'bad'],
      [good, 'good'],
    ] as const) {
      // What is too large for a signal is refused by Temporal for good.
      const name = eventId === 'bad' ? 'x'.repeat(3_000_000) : 'unheardOf';
      await database.runSignal.create({ data: { ...deal, eventId, event: { ...event, name } } });
    }
    await sendSignals({ database, client, log });
    const key = { dealId_runNo_eventId: { ...good, eventId: 'good' } };
    expect((await database.runSignal.findUniqueOrThrow({ where: key })).sentAt).not.toBeNull();
    await setAsideOf('signal', `${bad.dealId}:1:bad`);
  });
});
