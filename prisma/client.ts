import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** A client inside `$transaction`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Opens the one client of a process. `max` bounds its connections: Prisma 7 takes pg's pool
 * defaults, which have no connection time-out.
 */
export function openDatabase(url: string, max = 10): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
  });
  // Minimal: a validation error of Prisma otherwise prints its arguments, and so personal data.
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}
