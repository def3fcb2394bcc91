import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp, type OpenApp } from './api-app.ts';
import { password } from './api-people.ts';
import { startProxy, type Proxy } from './worker-proxy.ts';

let app: OpenApp;
let proxy: Proxy;
let silent: Server;
let cookie: string;

beforeAll(async () => {
  silent = createServer(() => {}).listen(0, '127.0.0.1'); // takes connections and never answers
  await once(silent, 'listening');
  const temporal = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const way = async (url: string) => (proxy = await startProxy(url)).url;
  app = await openApp({ way, temporal, connections: 2 });
  const answer = await fetch(`${app.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: app.people.email.olga, password }),
  });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(async () => {
  await app?.stop();
  await proxy?.close();
  silent?.close();
});

function createProcess(key: string, command: string = crypto.randomUUID()): Promise<Response> {
  const headers = {
    cookie,
    'Content-Type': 'application/json',
    'X-Stagewright': '1',
    'Idempotency-Key': command,
  };
  const body = JSON.stringify({ key, name: key });
  return fetch(`${app.url}/api/processes`, { method: 'POST', headers, body });
}

const health = () =>
  fetch(`${app.url}/api/health`, { headers: { cookie }, signal: AbortSignal.timeout(2_000) });

describe('a database', () => {
  it('that is busy is answered with 503 and Retry-After, never with 500', async () => {
    const locker = new pg.Client({ connectionString: app.database.url });
    await locker.connect();
    await locker.query('BEGIN');
    await locker.query('LOCK TABLE process IN ACCESS EXCLUSIVE MODE');
    const waiting = Array.from({ length: 8 }, (_, n) => createProcess(`BUSY-${n}`));
    const first = await Promise.race(waiting);
    await locker.end();
    const answers = await Promise.all(waiting);
    expect(first.status).toBe(503);
    expect(first.headers.get('Retry-After')).toBe('2');
    expect(await first.json()).toMatchObject({ code: 'unavailable' });
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  });

  it('that ends its connections is answered with 503, and with the answer once it is back', async () => {
    const key = crypto.randomUUID();
    proxy.cut();
    expect((await createProcess('AWAY-1', key)).status).toBe(503);
    expect((await health()).status).toBe(503);
    proxy.mend();
    const again = async () => (await createProcess('AWAY-1', key)).status;
    await expect.poll(again, { timeout: 20_000 }).toBe(200);
  });
});

describe('the health of the api', () => {
  it('is told while Temporal takes connections and never answers', async () => {
    expect((await health()).status).toBe(200);
  });

  it('is told within two seconds while the database takes connections and never answers', async () => {
    proxy.hang();
    const answer = await health();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('2');
    proxy.mend();
    const status = async () => (await health().catch(() => undefined))?.status;
    await expect.poll(status, { timeout: 20_000 }).toBe(200);
  });
});
