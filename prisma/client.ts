import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';

export type Database = PrismaClient;
/** A client inside `$transaction`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/**
 * Opens the one client of a process. `max` bounds its connections: Prisma 7 takes pg's pool
 * defaults, which have no connection time-out. `queryTimeoutMs`: a query without an answer for so long fails,
 * for a server that has taken the connection may hang; without it there is no bound.
 */
export function openDatabase(url: string, max = 10, queryTimeoutMs?: number): Database {
  const adapter = new PrismaPg({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    ...(queryTimeoutMs !== undefined && { query_timeout: queryTimeoutMs }),
  });
  // Minimal: a validation error of Prisma otherwise prints its arguments, and so personal data.
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}
