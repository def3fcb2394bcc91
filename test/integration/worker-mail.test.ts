import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultHook, MailFault } from '#bin/mail/mail-fault.ts';
import { startRelay, type Relay } from '#worker/mail/relay.ts';
import { openSmtp } from '#worker/mail/smtp.ts';
import { smtpPatience } from '#worker/mail/smtp-patience.ts';
import { openLog } from '#worker/log.ts';
import { startFaultyMailbox, type Mailbox } from '../support/mail.ts';
import { temporalAddress, temporalNamespace } from '../support/temporal.ts';
import { mailDrawing } from './worker-drawings.ts';
import { move } from './worker-events.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

const patience = smtpPatience(1_000);
const from = 'Sales <sales@stagewright.test>';
let world: World;
let worker: { stop(): Promise<void> };
let connection: Connection;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await createWorld(mailDrawing);
  worker = await world.startWorker();
  connection = await Connection.connect({ address: temporalAddress() });
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(async () => {
  await worker?.stop();
  await connection?.close();
  await world?.close();
});

async function startSink(fault: FaultHook = () => undefined): Promise<Mailbox> {
  const mailbox = await startFaultyMailbox(fault);
  stops.push(mailbox.stop);
  return mailbox;
}

/** An SMTP server that knows no recipient. */
async function refusingServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_to, _session, done) => {
      done(Object.assign(new Error('no such user'), { responseCode: 550 }));
    },
  });
  server.server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, stop: () => new Promise((done) => server.close(done)) };
}

/** A mail server with this fault, and a relay that sends to it. */
async function relayTo(fault: FaultHook, evidence: string | null = 'own'): Promise<Mailbox> {
  const mailbox = await startSink(fault);
  addRelay(mailbox, evidence);
  return mailbox;
}

function addRelay(mailbox: Mailbox, evidence: string | null): Relay {
  const client = new Client({ connection, namespace: temporalNamespace() });
  const relay = startRelay(
    {
      database: world.database,
      client,
      smtp: openSmtp(mailbox.smtpUrl, from, patience),
      patience,
      log: openLog('silent'),
      relay: `relay-${stops.length}`,
      mailFrom: from,
      publicUrl: 'http://sales.test',
      evidenceUrl: evidence === 'own' ? mailbox.httpUrl : (evidence ?? undefined),
    },
    world.db.url,
  );
  stops.push(() => relay.stop());
  return relay;
}

const message = (deal: DealRef) =>
  world.database.message.findFirstOrThrow({ where: { ...deal, kind: 'step' } });
const inState = (deal: DealRef, state: string) =>
  eventually(async () => {
    const row = await world.database.message.findFirst({ where: { ...deal, kind: 'step', state } });
    return row ?? undefined;
  }, 30);
const portOf = async ({ dealId }: DealRef) => {
  const fact = await eventually(() =>
    world.database.runFact.findFirst({ where: { dealId, type: 'MailSettled' } }),
  );
  return fact.data as { result: string; why?: string };
};
const incidentOf = async ({ dealId }: DealRef) =>
  (await eventually(() => world.database.incident.findFirst({ where: { dealId } })))!;
const firstData = (fault: MailFault): FaultHook => {
  return ({ stage, number }) => (stage === 'data' && number === 1 ? fault : undefined);
};

describe('the mail relay', () => {
  it('sends a mail once, with a fixed Message-ID, and tells the run', async () => {
    const mailbox = await relayTo(() => undefined);
    const deal = await world.startDeal({ email: 'ann@customers.test', fields: { price: 4680000 } });
    const sent = await inState(deal, 'accepted');
    expect(await portOf(deal)).toMatchObject({ result: 'sent' });
    const [entry, ...others] = await mailbox.messages('ann@customers.test');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ messageId: sent.messageId, subject: 'Your offer, Ann Lee' });
    expect(sent.messageId).toMatch(/^<[0-9a-f]{64}@stagewright\.test>$/);
    const mail = await mailbox.read(entry!.id);
    expect(mail.text).toContain('it costs 46\u00a0800\u00a0EUR');
    expect(mail.html).toContain('Dear Ann Lee,<br>');
    await eventually(async () => (await message(deal)).settledAt);
  });

  it('tries again after a temporary refusal, with the same bytes', async () => {
    const mailbox = await relayTo(firstData({ kind: 'reply', code: 451 }));
    const deal = await world.startDeal();
    const sent = await inState(deal, 'accepted');
    expect(sent).toMatchObject({ attempts: 2, lastError: '451' });
    expect(await mailbox.countOf(sent.messageId!)).toBe(1);
  });

  it('tries again when the connection is refused', async () => {
    const mailbox = await relayTo(({ stage, number }) =>
      stage === 'connect' && number === 1 ? { kind: 'refuseConnection' } : undefined,
    );
    const deal = await world.startDeal();
    const sent = await inState(deal, 'accepted');
    expect(await mailbox.countOf(sent.messageId!)).toBe(1);
  });

  it('gives up on a final refusal, and the run stops at an incident (E27)', async () => {
    const mailbox = await relayTo(({ stage }) =>
      stage === 'data' ? { kind: 'reply', code: 554 } : undefined,
    );
    const deal = await world.startDeal();
    const closed = await inState(deal, 'closed');
    expect(closed).toMatchObject({ closedWhy: 'rejected:554', attempts: 1 });
    expect(await portOf(deal)).toMatchObject({ result: 'notSent', why: 'rejected:554' });
    expect(await incidentOf(deal)).toMatchObject({ code: 'mail:rejected:554', step: 'mail' });
    expect(await mailbox.countOf(closed.messageId!)).toBe(0);
  });

  it.each([
    { keep: true, attempts: 1 },
    { keep: false, attempts: 2 },
  ])(
    'asks the evidence port when the connection broke after the dot (kept: $keep)',
    async ({ keep, attempts }) => {
      const mailbox = await relayTo(firstData({ kind: 'dropAfterDot', keep }));
      const deal = await world.startDeal();
      const sent = await inState(deal, 'accepted');
      expect(sent.attempts).toBe(attempts);
      expect(await mailbox.countOf(sent.messageId!)).toBe(1);
    },
  );

  it('writes down as late what became of a mail whose deal was closed meanwhile', async () => {
    const deal = await world.startDeal();
    await eventually(() => message(deal).catch(() => undefined));
    await world.runs.act(
      deal,
      move('send', 'lost', { by: world.people.sam, reasons: [world.definition.reasons.lost[0]!] }),
    );
    await eventually(() =>
      world.database.deal.findFirst({ where: { id: deal.dealId, state: 'lost' } }),
    );
    await relayTo(() => undefined);
    await eventually(async () => (await message(deal)).settledAt);
    expect(await portOf(deal)).toMatchObject({ result: 'sent', late: true });
    const closed = await world.database.deal.findFirstOrThrow({ where: { id: deal.dealId } });
    expect(closed.state).toBe('lost');
  });

  it('holds a mail in doubt while there is no evidence port, and sends no other', async () => {
    const mailbox = await relayTo(firstData({ kind: 'dropAfterDot', keep: true }), null);
    const deal = await world.startDeal();
    const held = await inState(deal, 'unconfirmed');
    expect(held.dataSentAt).not.toBeNull();
    await world.startDeal({ email: 'next@customers.test' });
    await eventually(async () => (await mailbox.messages('next@customers.test')).length === 1);
    expect(await message(deal)).toMatchObject({ state: 'unconfirmed', attempts: 1 });
    addRelay(mailbox, mailbox.httpUrl);
    await inState(deal, 'accepted');
    expect(await mailbox.countOf(held.messageId!)).toBe(1);
  });

  it('takes up what a relay left that died while sending', async () => {
    const mailbox = await startSink();
    const deal = await world.startDeal();
    const planned = await inState(deal, 'planned');
    await world.database.message.update({
      where: { id: planned.id },
      data: { state: 'claimed', claimedBy: 'dead', leaseUntil: new Date(0), attempts: 1 },
    });
    addRelay(mailbox, mailbox.httpUrl);
    const sent = await inState(deal, 'accepted');
    expect(sent.attempts).toBe(2);
    expect(await mailbox.countOf(sent.messageId!)).toBe(1);
  });

  it('does not send to a suppressed address, nor without one', async () => {
    await world.database.suppression.create({
      data: { email: 'no@customers.test', reason: 'bounce' },
    });
    await relayTo(() => undefined);
    const suppressed = await world.startDeal({ email: 'No@customers.test' });
    const nowhere = await world.startDeal({ email: null });
    expect(await portOf(suppressed)).toMatchObject({ result: 'notSent', why: 'suppressed' });
    expect(await portOf(nowhere)).toMatchObject({ result: 'notSent', why: 'no-address' });
    const list = await world.startDeal({ email: 'a@customers.test, b@customers.test' });
    expect(await portOf(list)).toMatchObject({ result: 'notSent', why: 'bad-address' });
  });

  it('E27: tells the owner what did not go, and sends it once the address is there and a person retries', async () => {
    const mailbox = await relayTo(() => undefined);
    const deal = await world.startDeal({ email: null, fields: { price: 4680000 } });
    const { incident, choices } = await incidentOf(deal);
    expect(choices).toEqual(['retry', 'skip']);
    const { dealId } = deal;
    const bell = await world.database.notification.findFirstOrThrow({ where: { dealId } });
    expect(bell).toMatchObject({
      kind: 'inVain',
      data: { cause: 'mail:no-address', isStopped: true },
    });
    const { contactId } = await world.database.deal.findUniqueOrThrow({ where: { id: dealId } });
    await world.database.contact.update({
      where: { id: contactId },
      data: { email: 'late@customers.test' },
    });
    await world.runs.act(deal, {
      id: randomUUID(),
      kind: 'resolveIncident',
      incident,
      choice: 'retry',
      reason: null,
      by: world.people.sam,
    });
    await eventually(async () => (await mailbox.messages('late@customers.test')).length === 1);
    const rows = await world.database.message.findMany({ where: { dealId, kind: 'step' } });
    expect(rows.map(({ key }) => key).sort()).toEqual([
      expect.not.stringContaining(':i1'),
      expect.stringMatching(/:i1$/),
    ]);
  });

  it('does not send a mail that needs a value which is not there', async () => {
    await relayTo(() => undefined);
    const deal = await world.startDeal({ fields: {} });
    expect(await portOf(deal)).toMatchObject({ result: 'notSent', why: 'render:deal.price' });
  });

  it('suppresses an address that the server does not know', async () => {
    const server = await refusingServer();
    stops.push(server.stop);
    addRelay({ ...(await startSink()), smtpUrl: server.url }, null);
    const deal = await world.startDeal({ email: 'Unknown@customers.test' });
    expect(await inState(deal, 'closed')).toMatchObject({
      closedWhy: 'rejected:550',
      dataSentAt: null,
    });
    const where = { email: 'unknown@customers.test' };
    expect(await world.database.suppression.findUnique({ where })).toMatchObject({
      reason: 'bounce:550',
    });
  });

  it('sends a notice to a person who works here, marked as a machine’s', async () => {
    const mailbox = await relayTo(() => undefined);
    const deal = await world.startDeal();
    const { email } = await world.database.person.findUniqueOrThrow({
      where: { id: world.people.mona },
    });
    const template = {
      kind: 'escalation',
      stage: 's',
      stageName: 'Send',
      stepName: 'Call',
      taskId: null,
    };
    const to = { personId: world.people.mona, key: 'escalate:x', kind: 'notice' };
    await world.database.message.create({
      data: { ...deal, ...to, template, notBefore: new Date(0) },
    });
    const entry = await eventually(async () => (await mailbox.messages(email))[0]);
    expect(entry.subject).toMatch(/^Escalation: Call, \w+ Roof for Ann$/);
    const mail = await mailbox.read(entry.id);
    expect(mail.text).toContain(`http://sales.test/deals/${deal.dealId}`);
    expect(mail.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
  });

  it('sends each of many mails once, with two relays at work', async () => {
    const mailbox = await relayTo(() => undefined);
    addRelay(mailbox, mailbox.httpUrl);
    const deals = await Promise.all(Array.from({ length: 25 }, () => world.startDeal()));
    for (const deal of deals) {
      const sent = await inState(deal, 'accepted');
      expect(await mailbox.countOf(sent.messageId!)).toBe(1);
    }
  });
});
