import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '#api/commands/running/deliver.ts';
import type { Services } from '#api/http/services.ts';
import { startWorker } from '#bin/product.ts';
import type { PersonEvent } from '#core/run/contract/run-contract.ts';
import { applyEffects } from '#worker/activities/batch/apply-effects.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import type { RunEvent } from '#core/run/contract/event.ts';
import { refusedOf } from '#core/run/contract/reply.ts';
import { stepAll } from '#core/run/step.ts';
import { effectsHash } from '#worker/workflows/effects-hash.ts';
import { sharedMailbox } from '../support/mail.ts';
import { temporalAddress, temporalNamespace } from '../support/temporal.ts';
import { offerDrawing } from './worker-drawings.ts';
import { complete, move, setField } from './worker-events.ts';
import { startProxy } from './worker-proxy.ts';
import { seed } from '#core/testing/random-cases.ts';
import { seeded } from './worker-random.ts';
import { createWorld, eventually, type DealRef, type World } from './worker-world.ts';

const random = seeded(seed);
let world: World;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  console.log(`seed ${seed} (set PROPERTY_SEED to repeat)`);
  world = await createWorld(offerDrawing);
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});
afterAll(() => world?.close());

async function work(url?: string): Promise<void> {
  const worker = await world.startWorker(url);
  stops.push(() => worker.stop());
}

/** A worker process of the product; `kill` ends it without warning and starts another. */
async function startKillable(): Promise<{ kill(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'stagewright-attack-'));
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: world.db.url,
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: temporalNamespace(),
    TASK_QUEUE: world.taskQueue,
    SMTP_URL: sharedMailbox().smtpUrl,
    MAIL_FROM: 'sales@stagewright.test',
    PUBLIC_URL: 'http://sales.test',
    WEBHOOK_SECRET: 'a key of webhooks, long enough to pass',
    LOG_LEVEL: 'info',
  };
  const begin = () => startWorker({ env, logs: folder, records: folder });
  let worker = await begin();
  stops.push(async () => {
    await worker.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const kill = async () => {
    worker.kill('SIGKILL');
    await worker.ended;
    worker = await begin();
  };
  return { kill };
}

/** Ids of all committed events in their order, ticks and answers left out. */
async function committed({ dealId }: DealRef): Promise<string[]> {
  const rows = await world.database.runBatch.findMany({
    where: { dealId },
    orderBy: { seq: 'asc' },
  });
  const events = rows.flatMap((row) => row.events as unknown as RunEvent[]);
  return events.filter(({ kind }) => kind !== 'tick' && kind !== 'answers').map(({ id }) => id);
}

const factCount = ({ dealId }: DealRef, type: string) =>
  world.database.runFact.count({ where: { dealId, type } });
const started = (deal: DealRef) => eventually(() => world.database.task.findFirst({ where: deal }));

/** Sends until there is an answer, as the api's client does: the same key again while it is unknown. */
async function send(deal: DealRef, event: PersonEvent): Promise<string> {
  for (;;) {
    const { kind } = await world.runs.act(deal, event);
    if (kind !== 'unknown') return kind;
  }
}

async function expectEachOnce(deal: DealRef, ids: string[]): Promise<void> {
  const seen = await committed(deal);
  const lost = ids.filter((id) => !seen.includes(id));
  const doubled = seen.filter((id, at) => seen.indexOf(id) !== at);
  expect({ lost, doubled }).toEqual({ lost: [], doubled: [] });
}

describe('a run under attack', () => {
  it('loses and doubles none of 50 acts that come at once', async () => {
    await work();
    const deal = await world.startDeal();
    await started(deal);
    const acts = Array.from({ length: 50 }, (_, n) => setField('price', n + 1));
    const kinds = await Promise.all(acts.map((act) => send(deal, act)));
    expect(new Set(kinds)).toEqual(new Set(['done']));
    await expectEachOnce(
      deal,
      acts.map(({ id }) => id),
    );
    expect(await factCount(deal, 'FieldsSet')).toBe(50);
  });

  it('loses and doubles none of 500 messages while it continues as new every 30 events', async () => {
    await work();
    const deal = await world.startDeal({ continueAfter: 30 });
    await started(deal);
    const acts = Array.from({ length: 250 }, (_, n) => setField('price', n + 1, `act-${n}`));
    const signals = Array.from({ length: 250 }, (_, n) => `ping-${n}`);
    const repeated = random.shuffle([...signals]).slice(0, 25);
    const messages = random.shuffle([
      ...acts.map((act) => () => send(deal, act)),
      ...[...signals, ...repeated].map((id) => async () => {
        return (await world.runs.signal(deal, { id, kind: 'external', name: 'ping' })).kind;
      }),
    ]);
    // In bursts, so that some come while it continues and some while it rests.
    const kinds = await inFlight(
      8,
      messages.map((message) => async () => {
        await pause(random.below(4) === 0 ? random.below(400) : 0);
        return message();
      }),
    );
    expect(new Set(kinds)).toEqual(new Set(['done']));
    await eventually(async () => (await factCount(deal, 'EventReceived')) >= 250, 60);
    await expectEachOnce(deal, [...acts.map(({ id }) => id), ...signals]);
    expect(await factCount(deal, 'FieldsSet')).toBe(250);
    expect(await factCount(deal, 'EventReceived')).toBe(250);
    const chain = await world.chainLength(deal);
    console.log(`${chain} runs in the chain`);
    expect(chain).toBeGreaterThan(10);
  }, 180_000);

  it('loses and doubles none of 200 messages while its worker is killed three times', async () => {
    const crew = await startKillable();
    const deal = await world.startDeal({ continueAfter: 60 });
    await started(deal);
    const acts = Array.from({ length: 100 }, (_, n) => setField('price', n + 1, `killed-${n}`));
    const signals = Array.from({ length: 100 }, (_, n) => `kill-ping-${n}`);
    const messages = random.shuffle([
      ...acts.map((act) => () => send(deal, act)),
      ...signals.map((id) => async () => {
        return (await world.runs.signal(deal, { id, kind: 'external', name: 'ping' })).kind;
      }),
    ]);
    const answers = inFlight(6, messages);
    for (const share of [0.2, 0.4, 0.6]) {
      await eventually(async () => (await committed(deal)).length > share * 200, 60);
      await crew.kill();
    }
    expect(new Set(await answers)).toEqual(new Set(['done']));
    await eventually(async () => (await factCount(deal, 'EventReceived')) >= 100, 60);
    await expectEachOnce(deal, [...acts.map(({ id }) => id), ...signals]);
    expect(await factCount(deal, 'FieldsSet')).toBe(100);
    expect(await factCount(deal, 'EventReceived')).toBe(100);
  }, 180_000);

  it('adopts what an earlier attempt stored in another order', async () => {
    await work();
    const deal = await world.startDeal();
    await started(deal);
    const [early, late, mine] = [
      setField('price', 11),
      setField('price', 22),
      setField('price', 33),
    ];
    const stored = await storeAhead(deal, [late, early]);
    expect(stored).toEqual({ now: expect.any(Number), answers: null });
    expect(await Promise.all([early, mine, late].map((act) => send(deal, act)))).toEqual([
      'done',
      'done',
      'done',
    ]);
    expect((await committed(deal)).slice(1)).toEqual([late.id, early.id, mine.id]);
    expect(await factCount(deal, 'FieldsSet')).toBe(3);
    const { runState } = await world.database.deal.findUniqueOrThrow({
      where: { id: deal.dealId },
    });
    expect((runState as unknown as RunState).values['price']).toBe(33);
  });

  it('catches up with what PostgreSQL has when an act or a signal only makes sense there', async () => {
    await work();
    const deal = await world.startDeal();
    await started(deal);
    await storeAhead(deal, [complete('survey')]);
    expect(await send(deal, complete('price', { values: { price: 5 } }))).toBe('done');
    const other = await world.startDeal();
    await started(other);
    expect(await send(other, complete('survey'))).toBe('done');
    await storeAhead(other, [complete('price', { values: { price: 5 } })]);
    const mail = { stage: 'prepare', step: 'send', visit: 1, round: 1 };
    const sent = { id: `mail:${other.dealId}`, kind: 'mailResult', mail, result: 'sent' } as const;
    await world.runs.signal(other, sent);
    await eventually(() =>
      world.database.deal.findFirst({ where: { id: other.dealId, stage: 'close' } }),
    );
  });

  it('that has ended says of acts it never answered which were accepted', async () => {
    await work();
    const deal = await world.startDeal();
    await started(deal);
    const lose = move('prepare', 'lost', { reasons: ['other'] });
    const late = setField('price', 11);
    await storeAhead(deal, [lose, late]);
    expect(await send(deal, setField('price', 22))).toBe('refused');
    const ask = (event: PersonEvent) =>
      deliver({ database: world.database, runs: world.runs } as Services, { run: deal, event });
    expect(await ask(lose)).toEqual({ kind: 'committed', reply: undefined });
    expect(await ask(late)).toMatchObject({ kind: 'refused', refusal: { code: 'closed' } });
  });

  it('waits for PostgreSQL while it is away, and loses nothing', async () => {
    const proxy = await startProxy(world.db.url);
    stops.push(() => proxy.close());
    await work(proxy.url);
    const deals = await Promise.all(Array.from({ length: 5 }, () => world.startDeal()));
    for (const deal of deals) await started(deal);
    proxy.cut();
    const sent = deals.flatMap((deal) =>
      Array.from({ length: 4 }, (_, n) => ({ deal, act: setField('price', n + 1) })),
    );
    const answers = Promise.all(sent.map(({ deal, act }) => send(deal, act)));
    await pause(4_000); // longer than the three local attempts
    proxy.mend();
    expect(new Set(await answers)).toEqual(new Set(['done']));
    for (const deal of deals) {
      const ids = sent.filter((one) => one.deal === deal).map(({ act }) => act.id);
      await expectEachOnce(deal, ids);
      expect(await factCount(deal, 'FieldsSet')).toBe(4);
    }
  });
});

/** Writes the next batch by hand, as an attempt would have whose workflow task was lost. */
async function storeAhead(deal: DealRef, events: RunEvent[]) {
  const last = await world.database.runBatch.findFirstOrThrow({
    where: { dealId: deal.dealId },
    orderBy: { seq: 'desc' },
  });
  const row = await world.database.deal.findUniqueOrThrow({ where: { id: deal.dealId } });
  const now = Number(last.now) + 1;
  const { state, facts, effects, replies } = stepAll(
    world.definition,
    row.runState as unknown as RunState,
    events,
    now,
  );
  return applyEffects(world.database, {
    ...deal,
    run: last.run,
    seq: last.seq + 1,
    engine: last.engine,
    checksum: last.checksum,
    events,
    refused: refusedOf(events, replies),
    now,
    facts,
    effects,
    effectsHash: effectsHash(effects),
    state,
  });
}

/** Runs the jobs, so many at a time; answers in the order of the jobs. */
async function inFlight<T>(count: number, jobs: (() => Promise<T>)[]): Promise<T[]> {
  const results: T[] = [];
  const rest = jobs.entries();
  const lane = async () => {
    for (const [at, job] of rest) results[at] = await job();
  };
  await Promise.all(Array.from({ length: count }, lane));
  return results;
}
