import { join } from 'node:path';
import { applyMigrations } from '#prisma/migrate.ts';
import { startMailProcess } from '../mail/mail-process.ts';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { freePort } from '../process/free-port.ts';
import { removeFolder, temporaryFolder } from '../process/temporary-folder.ts';
import { findTemporalCli } from '../temporal/find-cli.ts';
import { startTemporal } from '../temporal/server.ts';

/** Where the servers are that all tests of a run share. */
export interface SharedServers {
  /** A database to connect to for creating others. */
  readonly postgresUrl: string;
  /** A database with all migrations applied, to be copied. */
  readonly templateDatabase: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  /** HTTP index of the development mail server. */
  readonly mailUrl: string;
}

export interface RunningServers extends SharedServers {
  readonly stop: () => Promise<void>;
}

type Stop = () => Promise<void>;
const TEMPLATE = 'template_stagewright';

/** Starts real PostgreSQL, Temporal and mail on free ports, with data that vanish when they stop. */
export async function startSharedServers(
  say: (what: string) => void = () => {},
): Promise<RunningServers> {
  const folder = temporaryFolder('test');
  const started = await Promise.allSettled([database(), temporal(folder, say), mail(folder)]);
  const stop = async () => {
    for (const part of started) if (part.status === 'fulfilled') await part.value.stop();
    removeFolder(folder);
  };
  const [postgres, workflows, post] = started;
  if (
    postgres.status === 'rejected' ||
    workflows.status === 'rejected' ||
    post.status === 'rejected'
  ) {
    await stop();
    throw started.find((part) => part.status === 'rejected')?.reason;
  }
  return { ...postgres.value, ...workflows.value, ...post.value, stop };
}

async function database(): Promise<{ postgresUrl: string; templateDatabase: string; stop: Stop }> {
  const server = await startTemporaryPostgres({ max_connections: '300' });
  await applyMigrations(server.databaseUrl(TEMPLATE));
  return {
    postgresUrl: server.databaseUrl('postgres'),
    templateDatabase: TEMPLATE,
    stop: server.stop,
  };
}

async function temporal(
  folder: string,
  say: (what: string) => void,
): Promise<{ temporalAddress: string; temporalNamespace: string; stop: Stop }> {
  const cli = await findTemporalCli(say);
  const at = {
    folder: join(folder, 'temporal'),
    logFile: join(folder, 'temporal.log'),
    records: folder,
  };
  const server = await startTemporal({ cli, port: await freePort(), namespace: 'default', ...at });
  return { temporalAddress: server.address, temporalNamespace: 'default', stop: server.stop };
}

async function mail(folder: string): Promise<{ smtpUrl: string; mailUrl: string; stop: Stop }> {
  const at = { folder: join(folder, 'mail'), logFile: join(folder, 'mail.log'), records: folder };
  const server = await startMailProcess({
    smtpPort: await freePort(),
    httpPort: await freePort(),
    ...at,
  });
  return { smtpUrl: server.smtpUrl, mailUrl: server.httpUrl, stop: server.stop };
}
