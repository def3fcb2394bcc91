import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startProcess, waitUntilReady, type ManagedProcess } from '../process/managed-process.ts';
import { endProcess } from '../process/process-records.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, type Cluster } from './cluster.ts';
import { unprivilegedUser, type UnprivilegedUser } from './unprivileged-user.ts';

export interface PostgresOptions {
  /** Where its data and password stand; as root, a folder that other accounts can reach. */
  readonly folder: string;
  readonly port: number;
  readonly logFile: string;
  readonly records: string;
  readonly throwAway?: boolean;
  /** Server settings beyond ours, such as max_connections. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface PostgresServer {
  readonly process: ManagedProcess;
  readonly databaseUrl: (database: string) => string;
  readonly stop: () => Promise<void>;
}

/** Starts the embedded PostgreSQL on 127.0.0.1 (no socket file), creating its data on first use. */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const user = unprivilegedUser();
  const { initdb, postgres } = findBinaries(user !== undefined);
  const { folder, throwAway = false } = options;
  const cluster = await ensureCluster({ folder, initdb, user, throwAway });
  await clearTheWay(cluster.data);
  const child = launch(postgres, cluster, user, options);
  const databaseUrl = (database: string) => clusterUrl(cluster.password, options.port, database);
  await waitUntilReady(child, () => answers(databaseUrl('postgres')));
  return { process: child, databaseUrl, stop: child.stop };
}

/** How to reach a database of an embedded PostgreSQL. */
export function clusterUrl(password: string, port: number, database: string): string {
  return `postgresql://stagewright:${password}@127.0.0.1:${port}/${database}`;
}

function launch(
  program: string,
  cluster: Cluster,
  user: UnprivilegedUser | undefined,
  options: PostgresOptions,
): ManagedProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(options.port),
    unix_socket_directories: '',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return startProcess({
    name: 'postgres',
    command: program,
    args: ['-D', cluster.data, ...flags],
    cwd: '/',
    user,
    logFile: options.logFile,
    records: options.records,
    stopSignal: 'SIGINT', // PostgreSQL's "fast": it rolls back what is open and ends cleanly
    stopWithinMs: 20_000,
  });
}

/**
 * Deals with what a killed start left: a server that still holds the data is stopped; a lock file whose process
 * is gone, or is by now something else altogether, is removed (PostgreSQL itself would believe the number).
 */
async function clearTheWay(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid');
  const pid = Number(readLine(lock));
  if (!Number.isInteger(pid) || pid <= 0) return;
  if (servesData(pid, data)) await endProcess(pid, 'SIGINT', 20_000);
  rmSync(lock, { force: true });
}

function readLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split('\n')[0] ?? '';
  } catch {
    return '';
  }
}

/** Whether the process is a PostgreSQL of these data: it works in its data folder, and was started with it. */
function servesData(pid: number, data: string): boolean {
  try {
    if (process.platform === 'linux')
      return realpathSync(`/proc/${pid}/cwd`) === realpathSync(data);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
      `-D ${data}`,
    );
  } catch {
    return false;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
