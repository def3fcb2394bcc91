import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DealDetail } from '#api/contract/deals.ts';
import { sharedMailbox } from '../support/mail.ts';
import { openWorld, problemOf, runningDeal, until, type World } from './api-world.ts';

let world: World;
let dealId: string;

beforeAll(async () => {
  world = await openWorld({ env: { MAIL_EVIDENCE_URL: null } });
  dealId = await runningDeal(world);
});
afterAll(() => world?.stop());

/** A mail of the deal that was handed over and never answered. */
async function mailInDoubt({ minutesLeft = 0 } = {}) {
  const messageId = `<${randomUUID()}@doubt.test>`;
  const at = { stage: 'gone', step: 'gone', visit: 1, round: 1 };
  const now = Date.now();
  const row = await world.prisma.message.create({
    data: {
      dealId,
      runNo: 1,
      key: randomUUID(),
      kind: 'step',
      ...at,
      template: {},
      subject: 'Your offer',
      text: 'Here it is',
      html: '<p>Here it is</p>',
      messageId,
      state: 'unconfirmed',
      attempts: 1,
      notBefore: new Date(now - 6e4),
      dataSentAt: new Date(now - 6e4),
      doubtUntil: new Date(now + minutesLeft * 6e4),
    },
  });
  return row;
}

const decide = (as: 'sam' | 'mona' | 'ada', mail: string, decision: string, attempt = 1) =>
  world.as[as].request('POST', `/deals/${dealId}/mails/${mail}`, { body: { decision, attempt } });
const shown = async (id: string) =>
  (await world.as.sam.get<DealDetail>(`/deals/${dealId}`)).mails.find((mail) => mail.id === id);
const inState = (id: string, state: string) =>
  until(async () => {
    const mail = await shown(id);
    return mail?.state === state ? mail : undefined;
  }, `the mail ${state}`);

/** The timeline says it, in the run's own journal. */
const told = (title: string) =>
  until(async () => {
    const path = `/deals/${dealId}/timeline`;
    const { items } = await world.as.sam.get<{ items: { title: string }[] }>(path);
    return items.find((item) => item.title === title);
  }, `the line “${title}”`);

describe('a mail that the mail server never answered', () => {
  it('counts as sent when a person says that it was accepted; who and when is kept', async () => {
    const { id } = await mailInDoubt({ minutesLeft: 30 });
    expect(await shown(id)).toMatchObject({ attempt: 1, doubt: { decision: null }, decided: null });
    expect((await decide('sam', id, 'accepted')).status).toBe(200);
    expect((await inState(id, 'accepted')).decided).toMatchObject({ at: expect.any(String) });
    const audit = await world.prisma.auditEntry.findFirstOrThrow({
      where: { action: 'deals.decideMail', subjectId: dealId, result: 'ok' },
    });
    expect(audit.actorId).not.toBeNull();
    expect(problemOf(await decide('mona', id, 'again'))).toMatchObject({ code: 'not-open' });
    await told('sam counted the mail “gone” as accepted');
  });

  it('goes out once more when a person says so', async () => {
    const { id } = await mailInDoubt();
    expect((await decide('mona', id, 'again')).status).toBe(200);
    await inState(id, 'accepted');
    const { messageId } = await world.prisma.message.findUniqueOrThrow({ where: { id } });
    expect(await sharedMailbox().countOf(messageId!)).toBe(1);
    await told('mona had the mail “gone” sent again');
  });

  it('waits with going out again until the server can no longer keep it, and is decided once', async () => {
    const { id } = await mailInDoubt({ minutesLeft: 30 });
    expect((await decide('sam', id, 'again')).status).toBe(200);
    expect(await shown(id)).toMatchObject({ state: 'unconfirmed', doubt: { decision: 'again' } });
    expect(problemOf(await decide('mona', id, 'accepted'))).toMatchObject({ code: 'stale' });
  });

  it('is not decided by who has seen an earlier attempt, nor by who may not', async () => {
    const { id } = await mailInDoubt({ minutesLeft: 30 });
    expect(problemOf(await decide('mona', id, 'again', 0))).toMatchObject({ code: 'stale' });
    expect(problemOf(await decide('ada', id, 'again'))).toMatchObject({ code: 'forbidden' });
    expect(problemOf(await decide('mona', randomUUID(), 'again'))).toMatchObject({ status: 404 });
  });
});
