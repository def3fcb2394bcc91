import { openDatabase } from '#prisma/client.ts';
import { buildPrograms } from '#bin/build/programs.ts';
import { buildWorkflowBundle } from '#bin/build/workflow-bundle.ts';
import { startSharedServers } from '#bin/testing/shared-servers.ts';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { password, writeOrganisation } from '../support/organisation.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { publishProcess } from '../support/publish.ts';
import { startStack } from '../support/stack.ts';
import { handOver } from './hand-over.ts';
import { quantiles } from './quantiles.ts';
import { seenTask } from '../support/seen-task.ts';

// node --import tsx test/bench/next-task.ts: from the click that completes a task to its successor in the
// inbox of the next department, over the real HTTP api, one after another. Prints p50, p95 and p99.
const COUNT = 200;

interface Item {
  id: string;
  dealId: string;
  revision: number;
}
const queueOf = async (person: ApiClient) =>
  (await person.get<{ items: Item[] }>('/tasks?view=queue&limit=200')).items;

async function register(sam: ApiClient, n: number): Promise<void> {
  const contact = { name: `Customer ${n}` };
  const deal = { process: 'HAND', title: `Deal ${n}`, contact, source: 'Web form', fields: {} };
  await sam.send('POST', '/deals', deal);
}

/** Completes one task and looks until the next department has its successor. Milliseconds of each. */
async function measure(tom: ApiClient, mona: ApiClient, task: Item) {
  const seen = await seenTask(tom, task.id);
  const start = performance.now();
  const body = { ...seen, outcome: 'done', values: {} };
  await tom.send('POST', `/tasks/${task.id}/complete`, body);
  const answered = performance.now();
  while (!(await queueOf(mona)).some(({ dealId }) => dealId === task.dealId));
  return { answer: answered - start, seen: performance.now() - start };
}

await buildWorkflowBundle();
await buildPrograms();
const servers = await startSharedServers();
const database = await createTestDatabase(servers);
const prisma = openDatabase(database.url);
const people = await writeOrganisation(prisma);
const members = { create: [{ personId: people.id.mona }] };
await prisma.department.create({
  data: { key: 'analysis', name: 'Analysts', calendarKey: 'always', members },
});
const stack = await startStack({ database, servers });
try {
  const [ops, sam, tom, mona] = await Promise.all(
    (['olga', 'sam', 'tom', 'mona'] as const).map((who) =>
      signIn(stack.url, people.email[who], password),
    ),
  );
  await publishProcess(ops!, 'HAND', handOver);
  const found: Awaited<ReturnType<typeof measure>>[] = [];
  for (let n = 0; n < COUNT; n += 1) {
    await register(sam!, n);
    let mine: Item | undefined;
    while (!mine) mine = (await queueOf(tom!))[0];
    found.push(await measure(tom!, mona!, mine));
  }
  console.log(`completed and answered: ${quantiles(found.map(({ answer }) => answer))}`);
  console.log(`in the next inbox:      ${quantiles(found.map(({ seen }) => seen))}`);
} finally {
  await stack.stop();
  await prisma.$disconnect();
  await database.drop();
  await servers.stop();
}
