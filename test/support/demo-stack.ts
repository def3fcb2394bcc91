import { runNode } from '#bin/process/run-node.ts';
import { repository, typescript } from '#bin/repository.ts';
import type { SharedServers } from '#bin/testing/shared-servers.ts';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import { startStack, type Stack } from './stack.ts';

export interface DemoStack {
  readonly stack: Stack;
  readonly database: TestDatabase;
  readonly stop: () => Promise<void>;
}

/** The product as `npm start` leaves it: the built designer, and the demo company in a database of its own. */
export async function startDemoStack(servers?: SharedServers): Promise<DemoStack> {
  const database = await createTestDatabase(servers);
  try {
    const seed = [...typescript, join(repository, 'prisma', 'seed.ts')];
    await runNode('Seeding the demo company', seed, { ...process.env, DATABASE_URL: database.url });
    const stack = await startStack({ database, servers });
    return { stack, database, stop: () => stack.stop().then(database.drop) };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
