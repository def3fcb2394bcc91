import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultHook } from './mail-fault.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

let folder: string;
let server: MailServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagewright-mail-'));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  rmSync(folder, { recursive: true });
});

const start = async (fault?: FaultHook) =>
  (server = await startMailServer({ folder, ...(fault && { fault }) }));
const send = (messageId: string, change: object = {}) =>
  createTransport(server!.smtpUrl).sendMail({
    from: 'Sales <sales@example.com>',
    to: 'Ann@example.com',
    subject: 'Ihr Angebot – größer',
    text: 'plain',
    html: '<p>rich</p>',
    headers: { 'Message-ID': messageId, 'X-Deal': '42' },
    ...change,
  });
const get = async (path: string): Promise<any> => (await fetch(`${server!.httpUrl}${path}`)).json(); // oxlint-disable-line typescript/no-explicit-any
const countOf = async (messageId: string) =>
  (await get(`/evidence?messageId=${encodeURIComponent(messageId)}`)).count;

describe('the development mail server', () => {
  it('keeps a message with its text, html, headers and recipients', async () => {
    await start();
    await send('<a@x>');
    const { items } = await get('/messages');
    expect(items).toMatchObject([
      { messageId: '<a@x>', subject: 'Ihr Angebot – größer', to: ['ann@example.com'] },
    ]);
    const detail = await get(`/messages/${items[0].id}`);
    expect(detail).toMatchObject({ text: expect.stringContaining('plain'), html: '<p>rich</p>' });
    expect(detail.headers).toContainEqual({ name: 'X-Deal', value: '42' });
  });

  it('lists newest first, page by page, and by recipient', async () => {
    await start();
    for (const id of ['<1@x>', '<2@x>', '<3@x>']) await send(id);
    await send('<4@x>', { to: 'bob@example.com' });
    const first = await get('/messages?limit=2');
    const second = await get(`/messages?limit=2&before=${first.next}`);
    const ids = [...first.items, ...second.items].map((item) => item.messageId);
    expect(ids).toEqual(['<4@x>', '<3@x>', '<2@x>', '<1@x>']);
    expect(second.next).toBeUndefined();
    expect((await get('/messages?to=BOB@example.com')).items).toHaveLength(1);
  });

  it('counts each acceptance of a Message-ID, also after a restart and a line torn by a crash', async () => {
    await start();
    await send('<twice@x>');
    await send('<twice@x>');
    await server!.stop();
    appendFileSync(join(folder, 'index.jsonl'), '{"id":"3","messa');
    await start();
    await send('<once@x>');
    expect([
      await countOf('<twice@x>'),
      await countOf('twice@x'),
      await countOf('<once@x>'),
      await countOf('<never@x>'),
    ]).toEqual([2, 2, 1, 0]);
  });

  it.each([451, 550])('answers %i after the data when told so, and keeps nothing', async (code) => {
    await start(({ stage }) => (stage === 'data' ? { kind: 'reply', code } : undefined));
    await expect(send('<no@x>')).rejects.toMatchObject({ responseCode: code });
    expect(await countOf('<no@x>')).toBe(0);
  });

  it.each([true, false])('breaks off after the final dot, the message kept: %s', async (keep) => {
    await start(({ number, stage }) =>
      stage === 'data' && number === 1 ? { kind: 'dropAfterDot', keep } : undefined,
    );
    await expect(send('<d@x>')).rejects.toThrow(/closed|hang up|ECONNRESET/i);
    expect(await countOf('<d@x>')).toBe(keep ? 1 : 0);
    await send('<e@x>');
    expect(await countOf('<e@x>')).toBe(1);
  });

  it('turns a connection away when told so', async () => {
    await start(({ stage, number }) =>
      stage === 'connect' && number === 1 ? { kind: 'refuseConnection' } : undefined,
    );
    await expect(send('<r@x>')).rejects.toMatchObject({ responseCode: 421 });
    await send('<r@x>');
    expect(await countOf('<r@x>')).toBe(1);
  });

  it('refuses a message above 10 MB and a query it does not understand', async () => {
    await start();
    await expect(send('<big@x>', { text: 'x'.repeat(11 * 1024 * 1024) })).rejects.toMatchObject({
      responseCode: 552,
    });
    expect((await fetch(`${server!.httpUrl}/messages?limit=0`)).status).toBe(400);
    expect((await fetch(`${server!.httpUrl}/messages/99`)).status).toBe(404);
  });
});
