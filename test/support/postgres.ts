import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { SharedServers } from '#bin/testing/shared-servers.ts';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Rows of one statement, for looking at what the product wrote. */
  readonly query: <Row extends pg.QueryResultRow>(
    sql: string,
    values?: unknown[],
  ) => Promise<Row[]>;
  /** Ends what is still connected and removes the database. */
  readonly drop: () => Promise<void>;
}

/** A database of its own for a test file, with all migrations applied: a copy of the template, made in milliseconds. */
export async function createTestDatabase(
  { postgresUrl, templateDatabase }: SharedServers = inject('servers'),
): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await once(postgresUrl, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const pool = openPool(url.href);
  return {
    name,
    url: url.href,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    drop: async () => {
      await pool.end();
      await once(postgresUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 2, idleTimeoutMillis: 1000 });
  pool.on('error', () => {}); // reported by the query that meets it
  return pool;
}

async function once(connectionString: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
