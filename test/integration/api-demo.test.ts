import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '#prisma/demo-people.ts';
import { openApp, type OpenApp } from './api-app.ts';

const [ewa, marek, pawel] = demoPeople;

/** An installation with the demo company's first two, of whom the second may not sign in any more. */
async function openDemo(isDemo: boolean): Promise<OpenApp> {
  const app = await openApp({ isDemo });
  const hash = await hashPassword(ewa!.password);
  for (const { name, email, role } of [ewa!, marek!]) {
    const active = email === ewa!.email;
    const { id } = await app.prisma.person.create({ data: { name, email, role, active } });
    await app.prisma.account.create({
      data: { accountId: id, providerId: 'credential', userId: id, password: hash },
    });
  }
  await app.prisma.setting.create({ data: { key: 'demo-company', value: true } });
  return app;
}

let demo: OpenApp;
let other: OpenApp;
beforeAll(async () => {
  [demo, other] = await Promise.all([openDemo(true), openDemo(false)]);
});
afterAll(() => Promise.all([demo?.stop(), other?.stop()]));

const list = async (app: OpenApp) => (await fetch(`${app.url}/api/session/demo`)).text();
const enter = (app: OpenApp, email: string) =>
  fetch(`${app.url}/api/session/demo`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email }),
  });

describe('the sign-in page of a demo installation', () => {
  it('is offered those of the demo company who may sign in, without their password', async () => {
    const text = await list(demo);
    expect(JSON.parse(text)).toMatchObject({ items: [{ name: ewa!.name, role: 'ops' }] });
    expect(text).not.toContain(marek!.email);
    expect(text).not.toContain(ewa!.password);
  });

  it('signs one of them in with a click, and nobody else', async () => {
    const answer = await enter(demo, ewa!.email);
    expect(answer.status).toBe(200);
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const session = await fetch(`${demo.url}/api/session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ person: { email: ewa!.email } });
    for (const email of [marek!.email, pawel!.email, demo.people.email.root])
      expect((await enter(demo, email)).status).toBe(404);
  });

  it('no longer signs in who has changed the password', async () => {
    const password = await hashPassword('a password of her own');
    await demo.prisma.account.updateMany({
      where: { person: { email: ewa!.email } },
      data: { password },
    });
    expect((await enter(demo, ewa!.email)).status).toBe(401);
  });
});

describe('any other installation', () => {
  it('offers nobody and signs nobody in, even with the demo company in its database', async () => {
    expect(JSON.parse(await list(other))).toEqual({ items: [] });
    expect((await enter(other, ewa!.email)).status).toBe(404);
  });
});
