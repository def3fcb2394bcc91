import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { differencesOf } from './equivalence/again.ts';
import { playCase, scenarioOf } from './equivalence/case.ts';
import { createSampleWorld } from './equivalence/organisation.ts';
import type { World } from './worker-world.ts';

// CASES=5000 SEED=1 npx vitest run --project integration test/integration/equivalence.test.ts
const cases = Number(process.env['CASES'] ?? 40);
const seed = Number(process.env['SEED'] ?? randomInt(1e9));
const AT_ONCE = 20;
const SECONDS_EACH = 5;

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
  const played = await playCase(world, scenarioOf(own));
  const differences = await differencesOf(world, played);
  counts.messages += played.sent.length;
  counts.batches += played.report.seq;
  return differences.length === 0 ? [] : [`SEED=${own} CASES=1`, ...differences];
}

const counts = { messages: 0, batches: 0 };

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
      `seed ${seed}: ${cases} deals, ${messages} messages, ${batches} batches, ${seconds} s`,
    );
    expect(differences).toEqual([]);
  },
  60_000 + (cases * SECONDS_EACH * 1_000) / AT_ONCE,
);
