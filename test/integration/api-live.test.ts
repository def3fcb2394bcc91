import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import { readChanges } from '#api/live/change-reader.ts';
import { openApp, type OpenApp } from './api-app.ts';
import { password, type Name } from './api-people.ts';

let app: OpenApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app?.stop());

interface Event {
  id: string;
  topic: string;
  ref?: string;
}

async function cookieOf(name: Name): Promise<string> {
  const answer = await fetch(`${app.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: app.people.email[name], password }),
  });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Reads a stream of server-sent events until `enough` says so, then closes it. */
async function listen(
  name: Name,
  lastId: string | undefined,
  enough: (events: Event[]) => boolean,
): Promise<Event[]> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new Error('The events did not come.')), 30_000);
  const headers = { cookie: await cookieOf(name), ...(lastId && { 'Last-Event-ID': lastId }) };
  const answer = await fetch(`${app.url}/api/live`, { headers, signal: end.signal });
  const events: Event[] = [];
  let text = '';
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (of: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${of}:`))
          ?.slice(of.length + 1)
          .trim();
      const data = field('data');
      if (!data) continue;
      const { topic, id } = JSON.parse(data) as { topic: string; id?: string };
      events.push({ id: field('id') ?? '', topic, ...(id && { ref: id }) });
    }
    if (enough(events)) break;
  }
  clearTimeout(timer);
  return events;
}

const clients: pg.Client[] = [];
async function connection(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app.database.url });
  await client.connect();
  clients.push(client);
  return client;
}
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
});

const insert = `WITH c AS (INSERT INTO change (topic, ref) VALUES ('deal', $1)) SELECT pg_notify('stagewright_change', '')`;
const ended = (mark: string) => (events: Event[]) => events.some(({ ref }) => ref === mark);
const refs = (events: Event[], prefix: string) =>
  events.map(({ ref }) => ref ?? '').filter((ref) => ref.startsWith(prefix));

describe('the reader of changes', () => {
  it('hands out nothing behind which an older transaction may still commit', async () => {
    const [slow, fast] = [await connection(), await connection()];
    await fast.query(insert, ['order-before']);
    const [begin] = (await readChanges(app.prisma, { xid: 0n, id: 0n })).changes.slice(-1);
    await slow.query('BEGIN');
    await slow.query(insert, ['order-slow']);
    await fast.query(insert, ['order-fast']);
    const early = await readChanges(app.prisma, begin!);
    expect(early).toEqual({ changes: [], pending: true });
    await slow.query('COMMIT');
    const { changes, pending } = await readChanges(app.prisma, begin!);
    expect(changes.map(({ ref }) => ref)).toEqual(['order-slow', 'order-fast']);
    expect(pending).toBe(false);
  });
});

describe('the live stream', () => {
  it('passes over nothing that is committed late, and sends nothing twice', async () => {
    const [slow, fast] = [await connection(), await connection()];
    const heard = listen('sam', undefined, ended('late-end'));
    await slow.query('BEGIN');
    await slow.query(insert, ['late-slow']); // takes its number first …
    for (let n = 1; n <= 20; n += 1) await fast.query(insert, [`late-fast-${n}`]);
    await slow.query('COMMIT'); // … and is committed last
    await fast.query(insert, ['late-end']);
    const seen = refs(await heard, 'late-');
    expect(seen).toHaveLength(22);
    expect(new Set(seen).size).toBe(22);
    expect(seen).toContain('late-slow');
  });

  it('goes on from the last event without a gap, whatever was committed meanwhile', async () => {
    const writers = await Promise.all(Array.from({ length: 4 }, connection));
    const all: string[] = [];
    const write = async (writer: pg.Client, w: number) => {
      for (let n = 1; n <= 25; n += 1) {
        await writer.query('BEGIN');
        await writer.query(insert, [`gap-${w}-${n}`]);
        await writer.query(n % 5 === 0 ? 'ROLLBACK' : 'COMMIT');
        if (n % 5 !== 0) all.push(`gap-${w}-${n}`);
      }
    };
    const writing = Promise.all(writers.map(write)).then(() =>
      writers[0]!.query(insert, ['gap-end']),
    );
    const heard: Event[] = [];
    while (!ended('gap-end')(heard)) {
      const some = (events: Event[]) =>
        refs(events, 'gap-').length >= 5 || ended('gap-end')(events);
      heard.push(...(await listen('sam', heard.at(-1)?.id, some)));
    }
    await writing;
    const seen = refs(heard, 'gap-').filter((ref) => ref !== 'gap-end');
    expect(seen.sort()).toEqual(all.sort());
  });

  it('tells each person only what they may see', async () => {
    const client = await connection();
    const { tom, ada } = app.people.id;
    const put = `INSERT INTO change (topic, ref) SELECT * FROM unnest($1::text[], $2::text[])`;
    const topics = [
      'deal',
      'board',
      'process',
      'task',
      'task',
      'notification',
      'notification',
      'admin',
    ];
    const about = ['d1', 'P-1', 'P-1', 'technical', 'analysis', tom, ada, 'x'];
    const toTom = listen(
      'tom',
      undefined,
      (events) => events.filter((e) => e.topic === 'task').length >= 2,
    );
    const toOlga = listen('olga', undefined, ended('visible-end'));
    await client.query(put, [topics, about]);
    await client.query(insert, ['visible-end']);
    await client.query(put, [['task'], ['technical']]);
    await client.query(`NOTIFY stagewright_change`);
    expect((await toTom).map(({ topic }) => topic)).toEqual(['task', 'notification', 'task']);
    const toTheEnd = await toOlga;
    const seen = toTheEnd
      .slice(0, toTheEnd.findIndex(({ ref }) => ref === 'visible-end') + 1)
      .filter(({ ref }) => !/^(late|gap|order)-/.test(ref ?? ''))
      .map(({ topic }) => topic);
    expect(seen).toEqual(['deal', 'board', 'process', 'task', 'task', 'admin', 'deal']);
  });

  it('asks to look at everything when its place is forgotten', async () => {
    const events = await listen('sam', '1-999999', (all) => all.length > 0);
    expect(events[0]).toMatchObject({ topic: 'all' });
  });

  it.each(['999999999999999-1', '1-999999999999999'])(
    'begins anew for a place from the future, %s',
    async (place) => {
      const client = await connection();
      const mark = `future-${place}`;
      const heard = listen('sam', place, ended(mark));
      await client.query(insert, [mark]);
      const events = await heard;
      expect(events[0]).toMatchObject({ topic: 'all' });
      expect(events.at(-1)?.ref).toBe(mark);
    },
  );

  it('ends when its session is signed out, and that of another session of the person goes on', async () => {
    const [ending, staying] = [await cookieOf('sam'), await cookieOf('sam')];
    const open = async (cookie: string) => fetch(`${app.url}/api/live`, { headers: { cookie } });
    const [over, stays] = [await open(ending), await open(staying)];
    await fetch(`${app.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie: ending, 'X-Stagewright': '1' },
    });
    for await (const _ of over.body!); // ends by itself
    const client = await connection();
    await client.query(insert, ['after-sign-out']);
    const reader = stays.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('after-sign-out')) text += (await reader.read()).value ?? '';
    await reader.cancel();
    expect(text).not.toContain('"session"');
  });

  it('is refused without a session', async () => {
    const answer = await fetch(`${app.url}/api/live`);
    expect(answer.status).toBe(401);
    await answer.body?.cancel();
  });
});
