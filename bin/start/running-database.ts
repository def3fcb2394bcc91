import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Environment } from '../environment.ts';
import { clusterUrl } from '../postgres/server.ts';
import { lastPort } from '../process/free-port.ts';
import { recordedProcess } from '../process/process-records.ts';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import { stateFolder } from '../state-folder.ts';
import { productDatabase } from './servers.ts';

const CONNECT_MS = 5_000;

/**
 * The address of the product's database, which must answer and have its tables: DATABASE_URL, else the
 * embedded PostgreSQL of a running `npm start`. Nothing is started and nothing is written.
 * @throws SetupProblem that says what to start or to set
 */
export async function runningDatabase(env: Environment): Promise<string> {
  const url = env.DATABASE_URL ?? embeddedDatabase(env.STAGEWRIGHT_HOME);
  const { hostname, port, pathname } = new URL(url);
  const name = `The database ${pathname.slice(1)} at ${hostname}:${port || 5432}`;
  const hasTables = await look(url).catch((error: unknown) => {
    throw new SetupProblem(
      `${name} cannot be reached (${reasonOf(error)}): start it, or correct DATABASE_URL.`,
    );
  });
  if (hasTables) return url;
  throw new SetupProblem(
    `${name} has no tables yet: run "npm start", or "node --import tsx bin/migrate.ts" with its DATABASE_URL.`,
  );
}

function embeddedDatabase(home: string): string {
  const state = stateFolder(home);
  const port = lastPort(state.ports, 'postgres');
  if (port === undefined || recordedProcess(state.records, 'postgres') === undefined) {
    throw new SetupProblem(
      `No database is running on the data in ${state.home}: start Stagewright with "npm start" in another terminal, or set DATABASE_URL.`,
    );
  }
  const password = readFileSync(join(state.postgres, 'password'), 'utf8');
  return clusterUrl(password, port, productDatabase);
}

async function look(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => {});
  await client.connect();
  const query = `SELECT to_regclass('process_version') IS NOT NULL AS there`;
  const { rows } = await client.query<{ there: boolean }>(query).finally(() => client.end());
  return rows[0]?.there === true;
}
