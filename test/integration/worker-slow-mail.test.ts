import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultHook, MailFault } from '#bin/mail/mail-fault.ts';
import { openLog } from '#worker/log.ts';
import { startRelay } from '#worker/mail/relay.ts';
import { openSmtp } from '#worker/mail/smtp.ts';
import { smtpPatience } from '#worker/mail/smtp-patience.ts';
import { workflowBundle } from '#bin/build/workflow-bundle.ts';
import { startFaultyMailbox, type Mailbox } from '../support/mail.ts';
import { temporalAddress, temporalNamespace } from '../support/temporal.ts';
import { mailDrawing } from './worker-drawings.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

/** The bounds of a server's work, made short. */
const ANSWER_MS = 2_000;
const patience = {
  ...smtpPatience(ANSWER_MS),
  commandMs: 10_000,
  dataMs: 1_000,
  slowAfterMs: 300,
};
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
  await world.database.message.deleteMany();
});
afterAll(async () => {
  await worker?.stop();
  await connection?.close();
  await world?.close();
});

async function mailServer(fault: FaultHook): Promise<Mailbox> {
  const mailbox = await startFaultyMailbox(fault);
  stops.push(mailbox.stop);
  return mailbox;
}

function addRelay(mailbox: Mailbox, { evidence = true, answerMs = ANSWER_MS } = {}): void {
  const own = { ...patience, answerMs };
  const relay = startRelay(
    {
      database: world.database,
      client: new Client({ connection, namespace: temporalNamespace() }),
      smtp: openSmtp(mailbox.smtpUrl, from, own),
      patience: own,
      log: openLog('silent'),
      relay: `slow-${stops.length}`,
      mailFrom: from,
      publicUrl: 'http://sales.test',
      evidenceUrl: evidence ? mailbox.httpUrl : undefined,
    },
    world.db.url,
  );
  stops.push(() => relay.stop());
}

const messageOf = (deal: DealRef) =>
  world.database.message.findFirstOrThrow({ where: { ...deal, kind: 'step' } });
const inState = (deal: DealRef, state: string, seconds = 30) =>
  eventually(
    () => world.database.message.findFirst({ where: { ...deal, kind: 'step', state } }),
    seconds,
  );
const first = (fault: MailFault): FaultHook => {
  const asked = new Set<string>();
  return ({ stage, messageId = '' }) => {
    if (stage !== 'data' || asked.has(messageId)) return undefined;
    asked.add(messageId);
    return fault;
  };
};

describe('a slow mail server', () => {
  it('is waited for, with the lease renewed, and other mails go on beside it', async () => {
    const slow = 15;
    const mailbox = await mailServer(({ stage, to }) =>
      stage === 'data' && to?.[0]?.startsWith('slow') ? { kind: 'delay', ms: 18_000 } : undefined,
    );
    addRelay(mailbox, { answerMs: 60_000 });
    const deals = await Promise.all(
      Array.from({ length: slow }, (_, k) => world.startDeal({ email: `slow${k}@customers.test` })),
    );
    await eventually(
      async () => (await world.database.message.count({ where: { state: 'claimed' } })) === slow,
    );
    const quick = await world.startDeal({ email: 'quick@customers.test' });
    const sent = await inState(quick, 'accepted', 10);
    const held = await messageOf(deals[0]!);
    expect(held).toMatchObject({ state: 'claimed', acceptedAt: null });
    for (const deal of deals) {
      const accepted = await inState(deal, 'accepted', 40);
      expect(accepted).toMatchObject({ attempts: 1 });
      expect(await mailbox.countOf(accepted.messageId!)).toBe(1);
      expect(accepted.acceptedAt!.getTime()).toBeGreaterThan(sent.acceptedAt!.getTime());
    }
  }, 90_000);

  it.each<[string, MailFault, number]>([
    ['answers below the bound', { kind: 'delay', ms: ANSWER_MS / 2 }, 1],
    ['keeps it after the bound, the connection kept', { kind: 'delay', ms: ANSWER_MS * 1.5 }, 1],
    ['keeps it after it has dropped the connection', drop({ keepAfterMs: ANSWER_MS / 2 }), 1],
    ['keeps it at once and drops the connection', drop({}), 1],
    ['drops the connection and keeps nothing', drop({ keep: false }), 2],
  ])(
    'that %s gets every mail once',
    async (_what, fault, attempts) => {
      const mailbox = await mailServer(first(fault));
      addRelay(mailbox);
      const deals = await Promise.all(Array.from({ length: 8 }, () => world.startDeal()));
      for (const deal of deals) expect(await inState(deal, 'accepted')).toMatchObject({ attempts });
      for (const deal of deals) {
        expect(await mailbox.countOf((await messageOf(deal)).messageId!)).toBe(1);
      }
    },
    60_000,
  );

  it('gets a mail once whose sender is killed after the dot, before the answer', async () => {
    let received = 0;
    const slow = first({ kind: 'delay', ms: 1_500 });
    const mailbox = await mailServer((attempt) => {
      if (attempt.stage === 'data') received++;
      return slow(attempt);
    });
    const deal = await world.startDeal();
    const sender = spawnSender(mailbox);
    await eventually(async () => received === 1, 60);
    sender.kill('SIGKILL');
    addRelay(mailbox);
    const accepted = await inState(deal, 'accepted', 60);
    expect(accepted).toMatchObject({ attempts: 1, serverReply: 'accepted, by the evidence port' });
    expect(await mailbox.countOf(accepted.messageId!)).toBe(1);
  }, 120_000);
});

describe('a mail in doubt without an evidence port', () => {
  const decide = async (deal: DealRef, decision: string) => {
    const held = await inState(deal, 'unconfirmed');
    expect(held.doubtUntil!.getTime()).toBeGreaterThan(held.dataSentAt!.getTime());
    const data = { decision, decidedById: world.people.mona, decidedAt: new Date() };
    await world.database.message.update({ where: { id: held.id }, data });
    return held;
  };

  it('counts as accepted when a person says so, and the journal names the person', async () => {
    const mailbox = await mailServer(first(drop({})));
    addRelay(mailbox, { evidence: false });
    const deal = await world.startDeal();
    await decide(deal, 'accepted');
    const accepted = await inState(deal, 'accepted');
    expect(accepted.attempts).toBe(1);
    const { dealId } = deal;
    const fact = await eventually(() =>
      world.database.runFact.findFirst({ where: { dealId, type: 'MailSettled' } }),
    );
    expect(fact.data).toMatchObject({ result: 'sent', by: world.people.mona });
    expect(await mailbox.countOf(accepted.messageId!)).toBe(1);
  });

  it('goes out again when a person says so, not before the server can have kept it', async () => {
    const mailbox = await mailServer(first(drop({ keep: false })));
    addRelay(mailbox, { evidence: false });
    const deal = await world.startDeal();
    const held = await decide(deal, 'again');
    const accepted = await inState(deal, 'accepted');
    expect(accepted).toMatchObject({ attempts: 2, decision: 'again' });
    expect(accepted.dataSentAt!.getTime()).toBeGreaterThanOrEqual(held.doubtUntil!.getTime());
    expect(await mailbox.countOf(accepted.messageId!)).toBe(1);
  });

  it('is closed when it is a notice: its line in the bell list stands', async () => {
    const mailbox = await mailServer(first(drop({})));
    addRelay(mailbox, { evidence: false });
    const deal = await world.startDeal({ email: null });
    const template = { kind: 'notify', stage: 's', stageName: 'Send', stepName: 'Call' };
    const to = { personId: world.people.mona, key: 'notify:x', kind: 'notice' };
    const data = { ...deal, ...to, template, notBefore: new Date(0) };
    const { id } = await world.database.message.create({ data });
    const closed = await eventually(() =>
      world.database.message.findFirst({ where: { id, state: 'closed' } }),
    );
    expect(closed).toMatchObject({ closedWhy: 'unconfirmed', attempts: 1 });
    expect(await mailbox.countOf(closed.messageId!)).toBe(1);
  });
});

describe('a reset link in the mail', () => {
  /** A link for Tina that Mona sent, with its mail planned. */
  async function planLink() {
    const { tina: personId, mona: issuedById } = world.people;
    await world.database.resetLink.deleteMany({ where: { personId } });
    const expiresAt = new Date(Date.now() + 3_600_000);
    const data = { personId, issuedById, expiresAt };
    const { link } = await world.database.resetLink.create({ data });
    const row = {
      personId,
      runNo: 0,
      key: `reset:${link}`,
      kind: 'notice',
      notBefore: new Date(0),
    };
    const template = { kind: 'resetLink', link };
    return (await world.database.message.create({ data: { ...row, template } })).id;
  }

  const linkMail = (id: string, state: string) =>
    eventually(() => world.database.message.findFirst({ where: { id, state } }), 60);

  /** The server has the mail once, and the link in it is the one that counts. */
  async function expectOneGoodLink(mailbox: Mailbox, messageId: string): Promise<void> {
    expect(await mailbox.countOf(messageId)).toBe(1);
    const [only] = await mailbox.messages();
    const { text } = await mailbox.read(only!.id);
    const token = /\/reset-password#([\w-]+)/.exec(text ?? '')?.[1] ?? '';
    const { tokenHash } = await world.database.resetLink.findUniqueOrThrow({
      where: { personId: world.people.tina },
    });
    expect(createHash('sha256').update(token).digest('hex')).toBe(tokenHash);
  }

  it('comes once and works, when the relay is killed after the hand-over, before its record', async () => {
    let received = 0;
    const slow = first({ kind: 'delay', ms: 1_500 });
    const mailbox = await mailServer((attempt) => {
      if (attempt.stage === 'data') received++;
      return slow(attempt);
    });
    const id = await planLink();
    const sender = spawnSender(mailbox);
    await eventually(async () => received === 1, 60);
    sender.kill('SIGKILL');
    addRelay(mailbox);
    const accepted = await linkMail(id, 'accepted');
    expect(accepted).toMatchObject({ attempts: 1, text: null });
    await expectOneGoodLink(mailbox, accepted.messageId!);
  }, 120_000);

  it('goes again and works, when the server can have kept nothing', async () => {
    const mailbox = await mailServer(first(drop({ keep: false })));
    addRelay(mailbox);
    const accepted = await linkMail(await planLink(), 'accepted');
    expect(accepted).toMatchObject({ attempts: 2 });
    await expectOneGoodLink(mailbox, accepted.messageId!);
  }, 60_000);

  it('that nobody can know of is told to the admin who sent it, and works if it came', async () => {
    const mailbox = await mailServer(first(drop({})));
    addRelay(mailbox, { evidence: false });
    const closed = await linkMail(await planLink(), 'closed');
    expect(closed).toMatchObject({ closedWhy: 'unconfirmed', attempts: 1 });
    await expectOneGoodLink(mailbox, closed.messageId!);
    const told = await world.database.notification.findMany({ where: { kind: 'resetNotSent' } });
    expect(told).toMatchObject([
      { personId: world.people.mona, data: { cause: 'mail:unconfirmed' } },
    ]);
  }, 60_000);
});

function drop({ keep = true, keepAfterMs = 0 }): MailFault {
  return { kind: 'dropAfterDot', keep, keepAfterMs };
}

/** A worker of its own process, with the default patience: to be killed. */
function spawnSender(mailbox: Mailbox) {
  const env = {
    ...process.env,
    DATABASE_URL: world.db.url,
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: temporalNamespace(),
    TASK_QUEUE: `${world.taskQueue}-killed`,
    SMTP_URL: mailbox.smtpUrl,
    MAIL_FROM: from,
    PUBLIC_URL: 'http://sales.test',
    WEBHOOK_SECRET: 'a key of webhooks, long enough to pass',
    WORKFLOW_BUNDLE: workflowBundle,
    LOG_LEVEL: 'silent',
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'worker/main.ts'], {
    env,
    stdio: 'ignore',
  });
  stops.push(async () => void child.kill('SIGKILL'));
  return child;
}
