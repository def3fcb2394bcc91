import type { Database } from '#prisma/client.ts';
import { generatePrismaClient } from '../build/prisma-client.ts';
import { loadEnvironment } from '../load-environment.ts';
import { SetupProblem } from '../setup-problem.ts';
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

/** The whole number of an option; undefined without it. @throws SetupProblem when it is no such number */
export function wholeNumber(name: string, text: string | boolean | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new SetupProblem(`--${name} is "${String(text)}": write a number from 1.`);
}
