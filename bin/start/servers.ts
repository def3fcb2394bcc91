import { applyMigrations } from '#prisma/migrate.ts';
import type { Environment } from '../environment.ts';
import { startMailProcess } from '../mail/mail-process.ts';
import { postgresFolder } from '../postgres/reachable-folder.ts';
import { startPostgres } from '../postgres/server.ts';
import { accepts, rememberedPort } from '../process/free-port.ts';
import type { Say } from '../progress.ts';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import type { StateFolder } from '../state-folder.ts';
import { findTemporalCli } from '../temporal/find-cli.ts';
import { startTemporal } from '../temporal/server.ts';
import { join } from 'node:path';
import type { Supervisor } from './supervisor.ts';

/** Name of the product's database in the embedded PostgreSQL. */
export const productDatabase = 'stagewright';

/** The database's address: the one given, or that of the embedded PostgreSQL, which is started. */
export async function provideDatabase(
  given: string | undefined,
  state: StateFolder,
  { keep }: Supervisor,
): Promise<string> {
  if (given) return given;
  const settings = {
    folder: postgresFolder(state.postgres),
    port: await rememberedPort(state.ports, 'postgres'),
    logFile: join(state.logs, 'postgres.log'),
    records: state.records,
  };
  const server = await keep({ name: 'postgres', start: () => startPostgres(settings) });
  return server.databaseUrl(productDatabase);
}

/** Brings the database to the newest schema. Answers how many migrations that took. */
export async function migrateDatabase(url: string): Promise<number> {
  try {
    return (await applyMigrations(url)).length;
  } catch (error) {
    const { hostname, port, pathname } = new URL(url);
    throw new SetupProblem(
      `The database ${pathname.slice(1)} at ${hostname}:${port || 5432} cannot be brought to the newest schema (${reasonOf(error)}): check that DATABASE_URL is right and that its user may create tables.`,
    );
  }
}

/** Temporal's address: the one given, when something answers there, or that of a development server, which is started. */
export async function provideTemporal(
  env: Environment,
  state: StateFolder,
  { keep }: Supervisor,
  say: Say,
): Promise<string> {
  if (env.TEMPORAL_ADDRESS) return requireTemporal(env.TEMPORAL_ADDRESS);
  const settings = {
    cli: await findTemporalCli(say),
    folder: state.temporal,
    port: await rememberedPort(state.ports, 'temporal'),
    namespace: env.TEMPORAL_NAMESPACE,
    logFile: join(state.logs, 'temporal.log'),
    records: state.records,
  };
  const server = await keep({ name: 'temporal', start: () => startTemporal(settings) });
  return server.address;
}

async function requireTemporal(address: string): Promise<string> {
  const [host = '', port] = address.split(':');
  if (await accepts(host, Number(port), 5000)) return address;
  throw new SetupProblem(
    `TEMPORAL_ADDRESS is ${address} and nothing answers there: start that Temporal server, or leave the variable unset for one of our own.`,
  );
}

export interface MailSettings {
  readonly SMTP_URL: string;
  readonly MAIL_FROM: string;
  readonly MAIL_EVIDENCE_URL?: string;
}

/** Where mail goes: to the server given, or to the development mail server, which is started and delivers nothing. */
export async function provideMail(
  env: Environment,
  state: StateFolder,
  { keep }: Supervisor,
): Promise<MailSettings> {
  const MAIL_FROM = env.MAIL_FROM ?? 'Stagewright <stagewright@localhost.localdomain>';
  const evidence = env.MAIL_EVIDENCE_URL;
  if (env.SMTP_URL)
    return { SMTP_URL: env.SMTP_URL, MAIL_FROM, ...(evidence && { MAIL_EVIDENCE_URL: evidence }) };
  const settings = {
    smtpPort: await rememberedPort(state.ports, 'smtp'),
    httpPort: await rememberedPort(state.ports, 'mail'),
    folder: state.mail,
    logFile: join(state.logs, 'mail.log'),
    records: state.records,
  };
  const server = await keep({ name: 'mail', start: () => startMailProcess(settings) });
  return { SMTP_URL: server.smtpUrl, MAIL_FROM, MAIL_EVIDENCE_URL: evidence ?? server.httpUrl };
}
