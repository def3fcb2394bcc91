import { join } from 'node:path';
import { runNode } from '#bin/process/run-node.ts';
import { repository, typescript } from '#bin/repository.ts';
import type { SharedServers } from '#bin/testing/shared-servers.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import { startStack, type Stack } from './stack.ts';

export interface DemoStack {
  readonly stack: Stack;
  readonly database: TestDatabase;
  readonly stop: () => Promise<void>;
}

interface DemoOptions {
  /** Those of this run of vitest unless said. */
  readonly servers?: SharedServers;
  /** Lets the demo company work for a while, as `npm start` does; else its deals wait in their first stage. */
  readonly atWork?: boolean;
}

/** The product with the built designer and the demo company in a database of its own. */
export async function startDemoStack({ servers, atWork }: DemoOptions = {}): Promise<DemoStack> {
  const database = await createTestDatabase(servers);
  try {
    await seed({ DATABASE_URL: database.url });
    const stack = await startStack({ database, servers });
    if (atWork) await seed(stack.env);
    return { stack, database, stop: () => stack.stop().then(database.drop) };
  } catch (error) {
    await database.drop();
    throw error;
  }
}

async function seed(env: Readonly<Record<string, string>>): Promise<void> {
  const { PATH } = process.env;
  const file = join(repository, 'prisma', 'seed.ts');
  await runNode('Seeding the demo company', [...typescript, file], { PATH, ...env });
}
