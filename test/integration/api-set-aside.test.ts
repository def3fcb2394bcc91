import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApp, type OpenApp } from './api-app.ts';
import type { ApiClient } from '../support/api-client.ts';
import { signIn } from '../support/api-client.ts';
import { password } from './api-people.ts';
import { problemOf } from './api-world.ts';

interface Row {
  kind: string;
  ref: string;
  cause: string;
  what: string;
  attempts: number;
  nextAt: string | null;
}

let app: OpenApp;
let olga: ApiClient;
let mona: ApiClient;
beforeAll(async () => {
  app = await openApp();
  olga = await signIn(app.url, app.people.email.olga, password);
  mona = await signIn(app.url, app.people.email.mona, password);
});
afterAll(() => app?.stop());

const later = new Date(Date.now() + 3_600_000);
const mail = { kind: 'mail', ref: 'gone' };
beforeEach(async () => {
  await app.prisma.setAside.deleteMany();
  const cause = 'The version that it names is not there.';
  await app.prisma.setAside.create({ data: { ...mail, cause, attempts: 3, nextAt: later } });
});

const rows = async () => (await olga.get<{ setAside: Row[] }>('/status')).setAside;
const nextAt = async () => (await app.prisma.setAside.findFirstOrThrow()).nextAt;

describe('what runs', () => {
  it('lists what is set aside, with its cause, how often it was tried, and when it comes again', async () => {
    expect(await rows()).toMatchObject([
      { ...mail, cause: 'The version that it names is not there.', attempts: 3 },
    ]);
    expect((await rows())[0]?.nextAt).toBe(later.toISOString());
    expect(problemOf(await mona.request('GET', '/status'))).toMatchObject({ code: 'forbidden' });
  });

  it('lets a row be tried now, once a key, and only by who runs the installation', async () => {
    const retry = (as: ApiClient, key: string, body: object = mail) =>
      as.request('POST', '/status/set-aside', { body, key });
    expect(problemOf(await retry(mona, randomUUID()))).toMatchObject({ code: 'forbidden' });
    expect(await nextAt()).toEqual(later);
    const key = randomUUID();
    expect((await retry(olga, key)).status).toBe(200);
    expect((await nextAt()).getTime()).toBeLessThan(later.getTime());
    await app.prisma.setAside.updateMany({ data: { nextAt: later } });
    expect((await retry(olga, key)).status).toBe(200);
    expect(await nextAt()).toEqual(later);
    const other = await retry(olga, randomUUID(), { kind: 'mail', ref: 'another' });
    expect(problemOf(other)).toMatchObject({ status: 404, code: 'not-found' });
  });
});
