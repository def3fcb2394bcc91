import type { Database } from '#prisma/client.ts';
import { generatePrismaClient } from '../build/prisma-client.ts';
import { loadEnvironment } from '../load-environment.ts';
import { runningDatabase } from '../start/running-database.ts';

/** Does something with the product's database, which must be up. @throws SetupProblem when it is not */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const url = await runningDatabase(loadEnvironment());
  await generatePrismaClient();
  const { openDatabase } = await import('#prisma/client.ts');
  const database = openDatabase(url, 2);
  try {
    return await work(database);
  } finally {
    await database.$disconnect();
  }
}

/** A whole number of an option; undefined when the option is not there or no such number. */
export function wholeNumber(text: unknown): number | undefined {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
