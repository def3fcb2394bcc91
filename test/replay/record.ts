import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import proto from '@temporalio/proto';
import pg from 'pg';
import { buildWorkflowBundle } from '#bin/build/workflow-bundle.ts';
import { startSharedServers, type SharedServers } from '#bin/testing/shared-servers.ts';
import { engine } from '#core/definition/definition.ts';
import { lateDrawing, offerDrawing } from '../integration/worker-drawings.ts';
import { complete, move, setField } from '../integration/worker-events.ts';
import { historiesOf } from '../integration/worker-history.ts';
import { photovoltaics, playPhotovoltaics } from '../integration/worker-photovoltaics.ts';
import { createWorld, eventually, type DealRef, type World } from '../integration/worker-world.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { corpusFolder } from './corpus.ts';

/**
 * Records the corpus anew, on servers of its own: `node --import tsx test/replay/record.ts`.
 * Only for an engine that is not released, with a note of why: a released engine's histories stay, and
 * a change that no longer replays them needs a new engine number.
 */
const { History } = proto.temporal.api.history.v1;

const scenarios: Record<string, { drawing: object; play: (world: World) => Promise<DealRef> }> = {
  won: { drawing: photovoltaics, play: playPhotovoltaics },
  lost: { drawing: offerDrawing, play: playLost },
  escalated: { drawing: lateDrawing, play: playEscalated },
  continued: { drawing: offerDrawing, play: playContinued },
};

await buildWorkflowBundle();
const servers = await startSharedServers((what) => console.log(what));
rmSync(corpusFolder(engine), { recursive: true, force: true });
mkdirSync(corpusFolder(engine), { recursive: true });
for (const [name, scenario] of Object.entries(scenarios)) await record(name, scenario);
await servers.stop();

async function record(name: string, { drawing, play }: (typeof scenarios)[string]): Promise<void> {
  const world = await createWorld(drawing, { ...servers, db: await createDatabase(servers) });
  const worker = await world.startWorker();
  const deal = await play(world);
  await eventually(async () => {
    const { status } = await world.client.workflow.getHandle(`deal:${deal.dealId}:1`).describe();
    return status.name === 'COMPLETED';
  });
  const histories = await historiesOf(world.client, deal);
  histories.forEach((history, n) => {
    writeFileSync(
      join(corpusFolder(engine), `${name}-${n + 1}.bin`),
      History.encode(history).finish(),
    );
  });
  const rows = await world.database.runBatch.findMany({ where: deal, orderBy: { seq: 'asc' } });
  const batches = rows.map(({ seq, now, events, effectsHash, answers }) => {
    return { seq, now: Number(now), events, effectsHash, answers };
  });
  const text = JSON.stringify({ definition: world.definition, batches }, null, 1);
  writeFileSync(join(corpusFolder(engine), `${name}.json`), `${text}\n`);
  console.log(`${name}: ${histories.length} histories, ${batches.length} batches`);
  await worker.stop();
  await world.close();
}

async function createDatabase({
  postgresUrl,
  templateDatabase,
}: SharedServers): Promise<TestDatabase> {
  const name = `record_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  await admin.end();
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href, query: async () => [], drop: async () => {} };
}

async function playLost(world: World): Promise<DealRef> {
  const deal = await world.startDeal();
  await eventually(() => world.database.task.findFirst({ where: deal }));
  await world.runs.act(deal, complete('survey', { by: world.people.tom, values: { size: 8 } }));
  await world.runs.act(deal, complete('survey', { by: world.people.tom }));
  await world.runs.act(deal, move('prepare', 'lost', { by: world.people.sam, reasons: ['other'] }));
  return deal;
}

async function playEscalated(world: World): Promise<DealRef> {
  const deal = await world.startDeal();
  await eventually(() => world.database.task.findFirst({ where: { ...deal, level: 'late' } }));
  await world.runs.act(deal, complete('survey', { stage: 'work', by: world.people.tina }));
  await world.runs.act(deal, move('work', 'won', { by: world.people.sam, reasons: ['price'] }));
  return deal;
}

async function playContinued(world: World): Promise<DealRef> {
  const deal = await world.startDeal({ continueAfter: 30 });
  await eventually(() => world.database.task.findFirst({ where: deal }));
  for (let n = 1; n <= 10; n++) {
    await Promise.all([
      world.runs.act(deal, setField('price', n)),
      world.runs.act(deal, setField('size', n)),
      world.runs.signal(deal, { id: `ping-${n}`, kind: 'external', name: 'ping' }),
    ]);
  }
  await world.runs.act(deal, move('prepare', 'lost', { by: world.people.sam, reasons: ['other'] }));
  return deal;
}
