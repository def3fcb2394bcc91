import { randomUUID } from 'node:crypto';

/** A person of the demo company at work, through the api like everybody. */
export interface DemoClient {
  get<T>(path: string): Promise<T>;
  /** Answers undefined for what was refused: somebody else was quicker, or it is not its turn yet. */
  post<T>(path: string, body: object): Promise<T | undefined>;
  attach(path: string, name: string): Promise<void>;
}

const pdf = '%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n';
const PATIENCE_MS = 20_000;
const FIND_MS = 30_000;

function placesOf({ HOST, PORT, PUBLIC_URL }: NodeJS.ProcessEnv): string[] {
  const host = HOST === undefined || HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const own = PORT && `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
  return [own, PUBLIC_URL].filter((place): place is string => Boolean(place));
}

/** Whether the environment tells of an api at all. */
export function namesApi(environment: NodeJS.ProcessEnv): boolean {
  return placesOf(environment).length > 0;
}

/** The address at which the api of this installation answers; undefined when it does not within 30 seconds. */
export async function findApi(environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const end = Date.now() + FIND_MS; Date.now() < end;) {
    for (const place of placesOf(environment)) {
      const signal = AbortSignal.timeout(5_000);
      const answer = await fetch(`${place}/api/health`, { signal }).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.ok) return place;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return undefined;
}

/** Signs a person of the demo company in. @throws Error when the api refuses */
export async function signIn(api: string, email: string, password: string): Promise<DemoClient> {
  const answer = await fetch(`${api}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status}.`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

  function send(
    method: string,
    path: string,
    body?: string | FormData,
    type?: string,
  ): Promise<Response> {
    const headers = {
      cookie,
      'X-Stagewright': '1',
      'Idempotency-Key': randomUUID(),
      ...(type && { 'Content-Type': type }),
    };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return fetch(`${api}/api${path}`, { method, headers, signal, ...(body && { body }) });
  }

  return {
    async get<T>(path: string) {
      const got = await send('GET', path);
      if (!got.ok) throw new Error(`GET ${path} answered ${got.status}.`);
      return (await got.json()) as T;
    },
    async post<T>(path: string, body: object) {
      const posted = await send('POST', path, JSON.stringify(body), 'application/json');
      return posted.ok && posted.status !== 202 ? ((await posted.json()) as T) : undefined;
    },
    async attach(path, name) {
      const form = new FormData();
      form.set('file', new File([pdf], name));
      await (await send('POST', path, form)).body?.cancel();
    },
  };
}
