import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface RequestOptions {
  readonly body?: unknown;
  /** Idempotency-Key of a write; a new one unless said. */
  readonly key?: string;
}

/** A person who is signed in, speaking to the api as the web app does. */
export interface ApiClient {
  readonly email: string;
  /** What makes a request this person's: for requests made by hand. */
  readonly headers: Readonly<Record<string, string>>;
  /** One request, whatever comes of it; throws only when there was no answer. */
  readonly request: (method: string, path: string, options?: RequestOptions) => Promise<Answer>;
  /** A request that must succeed: its body. Throws with the problem document otherwise. */
  readonly get: <T>(path: string) => Promise<T>;
  readonly send: <T>(method: string, path: string, body: unknown, key?: string) => Promise<T>;
  /** A route that answers with a file, as it came. */
  readonly download: (path: string) => Promise<Response>;
  /** Attaches a file to a deal's field, as part of a task. */
  readonly attach: (dealId: string, field: string, taskId: string, file: File) => Promise<Answer>;
}

/** A bound against requests that hang, not a measure. */
const PATIENCE_MS = 60_000;

/** Signs in; `url` is the api's address without /api. */
export async function signIn(url: string, email: string, password: string): Promise<ApiClient> {
  const ask = () =>
    fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Stagewright': '1' },
      body: JSON.stringify({ email, password }),
    });
  let answer = await ask();
  // A busy api says when to try again.
  for (const end = Date.now() + PATIENCE_MS; answer.status === 503 && Date.now() < end;) {
    await pause(1_000 * Number(answer.headers.get('Retry-After') ?? 1));
    answer = await ask();
  }
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return clientOf(url, email, cookie.join('; '));
}

function clientOf(url: string, email: string, cookie: string): ApiClient {
  const own = { cookie, 'X-Stagewright': '1' };
  const call = async (
    method: string,
    path: string,
    body: string | FormData | undefined,
    head: object,
  ) => {
    const headers = { ...own, ...head };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers,
      signal,
      ...(body && { body }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const request: ApiClient['request'] = (method, path, { body, key = randomUUID() } = {}) => {
    const keyed = method === 'GET' ? {} : { 'Idempotency-Key': key };
    if (body === undefined) return call(method, path, undefined, keyed);
    return call(method, path, JSON.stringify(body), {
      'Content-Type': 'application/json',
      ...keyed,
    });
  };
  return {
    email,
    headers: own,
    request,
    get: async (path) => bodyOf('GET', path, await request('GET', path)),
    send: async (method, path, body, key = randomUUID()) => {
      const end = Date.now() + PATIENCE_MS;
      for (;;) {
        const answer = await request(method, path, { body, key });
        // Not confirmed in time: the same key asks again, as the web app does.
        if (answer.status !== 202 || Date.now() > end) return bodyOf(method, path, answer);
      }
    },
    download: (path) => fetch(`${url}/api${path}`, { headers: { cookie } }),
    attach: (dealId, field, taskId, file) => {
      const form = new FormData();
      form.set('file', file);
      const path = `/deals/${dealId}/files?${new URLSearchParams({ field, task: taskId }).toString()}`;
      return call('POST', path, form, { 'Idempotency-Key': randomUUID() });
    },
  };
}

function bodyOf<T>(method: string, path: string, { status, body }: Answer): T {
  if (status >= 200 && status < 300 && status !== 202) return body as T;
  throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(body)}`);
}
