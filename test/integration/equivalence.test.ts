import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { differencesOf } from './equivalence/again.ts';
import { playCase, scenarioOf } from './equivalence/case.ts';
import { createSampleWorld } from './equivalence/organisation.ts';
import type { World } from './worker-world.ts';
import { runsOr, seed } from '#core/testing/random-cases.ts';

// PROPERTY_RUNS=5000 PROPERTY_SEED=1 npx vitest run --project integration test/integration/equivalence.test.ts
const cases = runsOr(40);
const AT_ONCE = 20;
const SECONDS_EACH = 20;
const STUCK_MS = 180_000;

let world: World;
let worker: { stop(): Promise<void> };

beforeAll(async () => {
  world = await createSampleWorld();
  worker = await world.startWorker();
});
afterAll(async () => {
  await worker?.stop();
  await world?.close();
});

/** What a case had different from the pure reducer, headed by how to repeat it. */
async function differencesIn(own: number): Promise<string[]> {
  const late = pause(STUCK_MS, undefined, { ref: false }).then(() => undefined);
  let doing = '';
  const play = playCase(world, scenarioOf(own), (now) => (doing = now));
  const played = await Promise.race([play, late]);
  const differences = played ? await differencesOf(world, played) : [`does not end: it ${doing}`];
  if (differences.length > 0) console.log(`PROPERTY_SEED=${own} PROPERTY_RUNS=1`, ...differences);
  counts.done += 1;
  if (counts.done % 250 === 0) console.log(`${counts.done} deals`);
  if (!played) return [`PROPERTY_SEED=${own} PROPERTY_RUNS=1`, ...differences];
  counts.messages += played.sent.length;
  counts.batches += played.report.seq;
  return differences.length === 0 ? [] : [`PROPERTY_SEED=${own} PROPERTY_RUNS=1`, ...differences];
}

const counts = { done: 0, messages: 0, batches: 0 };

it(
  `ends with the facts of the pure reducer, on Temporal and PostgreSQL: ${cases} random deals`,
  async () => {
    const started = Date.now();
    const differences: string[] = [];
    const rest = Array.from({ length: cases }, (_, n) => seed + n).values();
    const lane = async () => {
      for (const own of rest) differences.push(...(await differencesIn(own)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const { messages, batches } = counts;
    const seconds = Math.round((Date.now() - started) / 1_000);
    console.log(
      `PROPERTY_SEED=${seed}: ${cases} deals, ${messages} messages, ${batches} batches, ${seconds} s`,
    );
    expect(differences).toEqual([]);
  },
  60_000 + (cases * SECONDS_EACH * 1_000) / AT_ONCE,
);
