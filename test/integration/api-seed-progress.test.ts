import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type Database } from '#prisma/client.ts';
import { demoProgress } from '#prisma/demo-progress.ts';
import { seedProgress } from '#prisma/seed-progress.ts';
import { startDemoStack, type DemoStack } from '../support/demo-stack.ts';

let demo: DemoStack;
let prisma: Database;
beforeAll(async () => {
  demo = await startDemoStack();
  prisma = openDatabase(demo.database.url, 3);
});
afterAll(async () => {
  await prisma?.$disconnect();
  await demo?.stop();
});

it('the demo company says which deals are missing, and brings them on when it is asked again', async () => {
  const [worker] = demo.stack.workers;
  await worker?.stop();
  const missing = await seedProgress(prisma, demo.stack.url, 1_000);
  expect(missing.length).toBeGreaterThan(0);
  for (const number of missing) expect(number).toMatch(/^(PV|QQ)-\d{4}-\d{4}$/);

  await worker?.restart();
  expect(await seedProgress(prisma, demo.stack.url)).toEqual([]);
  const rows = await demo.database.query<{ stages: number }>(
    `SELECT count(DISTINCT stage)::int AS stages FROM task WHERE step = ANY($1)`,
    [demoProgress.map(({ until }) => until)],
  );
  expect(rows[0]?.stages).toBeGreaterThanOrEqual(3);
  expect(await seedProgress(prisma, demo.stack.url, 1_000)).toEqual([]); // nothing is done twice
}, 300_000);
