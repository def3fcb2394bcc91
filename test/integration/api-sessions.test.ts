import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openApp, type OpenApp } from './api-app.ts';
import { password } from './api-people.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app?.stop());
afterEach(() => {
  vi.useRealTimers();
});

/** Sets the clock of the api; timers go on. */
function later(ms: number): void {
  const now = Date.now() + ms;
  vi.useFakeTimers({ toFake: ['Date'], now });
}

function signIn(email: string, given = password): Promise<Response> {
  return fetch(`${app.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: given }),
  });
}

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function look(cookie: string): Promise<number> {
  return (await fetch(`${app.url}/api/session`, { headers: { cookie } })).status;
}

describe('a session', () => {
  it('has a cookie that scripts cannot read and other hosts cannot set', async () => {
    const answer = await signIn(app.people.email.sam);
    expect(answer.status).toBe(200);
    const [cookie = '', ...others] = answer.headers.getSetCookie();
    expect(others).toEqual([]);
    const [pair = '', ...attributes] = cookie.split('; ');
    expect(pair).toMatch(/^__Host-stagewright=[A-Za-z0-9]{22,}/);
    expect(attributes.sort()).toEqual([
      'HttpOnly',
      'Max-Age=1800',
      'Path=/',
      'SameSite=Lax',
      'Secure',
    ]);
  });

  it('is kept so that nobody who reads the database can use it', async () => {
    const cookie = cookieOf(await signIn(app.people.email.sam));
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('.')[0] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(22);
    const rows = await app.database.query<{ all: string }>(
      `SELECT string_agg(s::text, ' ') AS all FROM session s`,
    );
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain('sam@promyk.test');
  });

  it('ends after half an hour without a request', async () => {
    const cookie = cookieOf(await signIn(app.people.email.sam));
    later(29 * MINUTE);
    expect(await look(cookie)).toBe(200);
    later(31 * MINUTE);
    expect(await look(cookie)).toBe(401);
  });

  it('lives on while it is used, but not beyond twelve hours', async () => {
    const cookie = cookieOf(await signIn(app.people.email.sam));
    for (let passed = 20 * MINUTE; passed < 12 * HOUR; passed += 20 * MINUTE) {
      later(20 * MINUTE);
      expect(await look(cookie)).toBe(200);
    }
    later(20 * MINUTE);
    expect(await look(cookie)).toBe(401);
  });

  it('ends on the next request when its person is deactivated', async () => {
    const cookie = cookieOf(await signIn(app.people.email.sue));
    expect(await look(cookie)).toBe(200);
    await app.prisma.person.update({ where: { id: app.people.id.sue }, data: { active: false } });
    expect(await look(cookie)).toBe(401);
    expect((await signIn(app.people.email.sue)).status).toBe(401);
    await app.prisma.person.update({ where: { id: app.people.id.sue }, data: { active: true } });
  });

  it('ends when its person signs out, and its cookie is taken away', async () => {
    const cookie = cookieOf(await signIn(app.people.email.sam));
    const answer = await fetch(`${app.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie, 'X-Stagewright': '1' },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-stagewright=; Max-Age=0/);
    expect(await look(cookie)).toBe(401);
  });

  it('is not opened by a cookie that was made up or altered', async () => {
    const cookie = cookieOf(await signIn(app.people.email.sam));
    expect(await look('__Host-stagewright=made-up')).toBe(401);
    expect(await look(cookie.slice(0, -6) + 'AAAAAA')).toBe(401);
  });
});

describe('signing in', () => {
  it('answers the same for an unknown e-mail, a wrong password and a deactivated person', async () => {
    await app.prisma.person.update({ where: { id: app.people.id.ada }, data: { active: false } });
    const answers = await Promise.all([
      signIn('unknown@promyk.test'),
      signIn(app.people.email.tom, 'wrong'),
      signIn(app.people.email.ada),
    ]);
    const bodies = await Promise.all(answers.map((answer) => answer.json() as Promise<object>));
    const seen = bodies.map((body) => JSON.stringify({ ...body, instance: '' }));
    expect(new Set(seen).size).toBe(1);
    expect(bodies[0]).toMatchObject({ status: 401, code: 'wrong-credentials' });
    expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
  });

  it('takes an e-mail in any case', async () => {
    expect((await signIn(app.people.email.tom.toUpperCase())).status).toBe(200);
  });

  it('is refused after ten failed attempts, says when to come back, and others still get in', async () => {
    const email = app.people.email.mona;
    for (let attempt = 1; attempt <= 10; attempt += 1)
      expect((await signIn(email, 'wrong')).status).toBe(401);
    const refused = await signIn(email);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(60);
    expect(refused.headers.get('Content-Type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'too-many-attempts' });
    expect((await signIn(app.people.email.olga)).status).toBe(200);
  });

  describe('under attack', () => {
    let attacked: OpenApp;
    beforeAll(async () => {
      const signInLimits = { pair: 3, address: 6, account: 5, overall: 12 };
      attacked = await openApp({ signInLimits });
    });
    afterAll(() => attacked?.stop());

    const attempt = (from: string, email: string, given = 'wrong') =>
      fetch(`${attacked.url}/api/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': from },
        body: JSON.stringify({ email, password: given }),
      });
    const statuses = async (answers: Promise<Response>[]) =>
      (await Promise.all(answers)).map(({ status }) => status).sort((a, b) => a - b);
    const times = (count: number) => Array.from({ length: count }, (_, n) => n);

    it('bounds one address over all e-mails, also when all come at once', async () => {
      const answers = times(9).map((n) => attempt('192.0.2.1', `nobody-${n}@promyk.test`));
      expect(await statuses(answers)).toEqual([...times(6).map(() => 401), 429, 429, 429]);
      later(16 * MINUTE);
    });

    it('bounds one e-mail over all addresses for a minute, and lets in who was there before', async () => {
      const { tom } = attacked.people.email;
      expect((await attempt('198.51.100.7', tom, password)).status).toBe(200);
      const answers = times(8).map((n) => attempt(`192.0.2.${n + 10}`, tom));
      expect(await statuses(answers)).toEqual([...times(5).map(() => 401), 429, 429, 429]);
      expect((await attempt('198.51.100.7', tom, password)).status).toBe(200);
      const elsewhere = await attempt('192.0.2.99', tom, password);
      expect(elsewhere.status).toBe(429);
      expect(Number(elsewhere.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    });

    it('bounds everything, without keeping out who was there before', async () => {
      const answers = times(12).map((n) => attempt(`203.0.113.${n}`, `some-${n}@promyk.test`));
      expect(await statuses(answers)).toContain(429);
      const { tom, sam } = attacked.people.email;
      expect((await attempt('203.0.113.200', sam, password)).status).toBe(429);
      expect((await attempt('198.51.100.7', tom, password)).status).toBe(200);
    });

    it('believes no address that a client writes itself', async () => {
      const direct = await openApp({ trustedProxies: '192.0.2.1', signInLimits: { address: 3 } });
      const { url } = direct;
      const answers = times(5).map((n) =>
        fetch(`${url}/api/session`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': `198.51.100.${n}` },
          body: JSON.stringify({ email: `n-${n}@promyk.test`, password: 'wrong' }),
        }),
      );
      expect(await statuses(answers)).toEqual([401, 401, 401, 429, 429]);
      await direct.stop();
    });
  });

  it('has no route for signing up', async () => {
    const answer = await fetch(`${app.url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'new@promyk.test', password, name: 'New' }),
    });
    expect(answer.status).toBe(404);
  });
});

describe('every answer', () => {
  it('carries a strict policy against foreign scripts', async () => {
    const answer = await fetch(`${app.url}/api/health`);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers.get('X-Powered-By')).toBeNull();
  });
});
