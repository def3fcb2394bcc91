import { join } from 'node:path';
import { inject } from 'vitest';
import type { ManagedProcess } from '#bin/process/managed-process.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';
import { startApi, startWorker } from '#bin/product.ts';
import type { SharedServers } from '#bin/testing/shared-servers.ts';
import { ownPort } from './own-port.ts';
import type { TestDatabase } from './postgres.ts';
import { newTaskQueue } from './temporal.ts';

export interface StackOptions {
  readonly database: TestDatabase;
  /** Those of this run of vitest unless said. */
  readonly servers?: SharedServers | undefined;
  /** Changes or adds to what api and worker are configured with; null takes a variable away. */
  readonly env?: Readonly<Record<string, string | null>>;
  /** How many workers; 1 unless said. */
  readonly workers?: number;
}

/** One process of the product under test, which may be killed and started again. */
export interface ProductProcess {
  readonly pid: () => number;
  readonly running: () => boolean;
  /** Ends it without warning, as a power cut would, and returns once it is gone. */
  readonly kill: () => Promise<void>;
  /** Stops it the way a deployment does (SIGTERM). */
  readonly stop: () => Promise<void>;
  /** Starts it again with the same settings and waits until it is ready. */
  readonly restart: () => Promise<void>;
  /** What the present process has written to its log. */
  readonly log: () => string;
}

export interface Stack {
  readonly url: string;
  readonly taskQueue: string;
  readonly filesFolder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly api: ProductProcess;
  readonly workers: readonly ProductProcess[];
  readonly stop: () => Promise<void>;
}

/** Starts api and workers of the product as processes of their own, on the servers of this run. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const folder = temporaryFolder('stack');
  const env = await environmentOf(options, folder);
  const url = `http://127.0.0.1:${env['PORT']}`;
  const settings = {
    env: { ...inherited(), ...env },
    logs: folder,
    records: folder,
    sharesTerminal: true,
  };
  const api = supervise(() => startApi(settings, url));
  const workers = Array.from({ length: options.workers ?? 1 }, (_, n) =>
    supervise(() => startWorker({ ...settings, name: `worker-${n + 1}` })),
  );
  const processes = [api, ...workers];
  const stop = async () => {
    await Promise.all(processes.map((part) => part.stop()));
    removeFolder(folder);
  };
  const started = await Promise.allSettled(processes.map((part) => part.restart()));
  const failure = started.find((part) => part.status === 'rejected');
  if (failure) await stop().then(() => Promise.reject(failure.reason));
  const filesFolder = env['FILES_DIR'] ?? '';
  return { url, taskQueue: env['TASK_QUEUE'] ?? '', filesFolder, env, api, workers, stop };
}

async function environmentOf(
  options: StackOptions,
  folder: string,
): Promise<Record<string, string>> {
  const servers = options.servers ?? inject('servers');
  const port = String(await ownPort());
  const all = {
    DATABASE_URL: options.database.url,
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: servers.temporalNamespace,
    TASK_QUEUE: newTaskQueue(),
    SMTP_URL: servers.smtpUrl,
    MAIL_FROM: 'Stagewright <sales@stagewright.test>',
    MAIL_EVIDENCE_URL: servers.mailUrl,
    HOST: '127.0.0.1',
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SESSION_SECRET: 'a secret of tests, long enough to pass',
    WEBHOOK_SECRET: 'a key of webhooks, long enough to pass',
    STAGEWRIGHT_HOME: folder,
    FILES_DIR: join(folder, 'files'),
    LOG_LEVEL: 'info',
    ...options.env,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** Of our own environment only what programs need to run: no setting leaks into the product under test. */
function inherited(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, TZ } = process.env;
  return { PATH, HOME, TMPDIR, LANG, TZ };
}

function supervise(start: () => Promise<ManagedProcess>): ProductProcess {
  let current: ManagedProcess | undefined;
  const present = (): ManagedProcess => {
    if (!current) throw new Error('This process has not been started.');
    return current;
  };
  return {
    pid: () => present().pid,
    running: () => current?.running() ?? false,
    kill: async () => {
      present().kill('SIGKILL');
      await present().ended;
    },
    stop: async () => current?.stop(),
    restart: async () => {
      await current?.stop();
      current = await start();
    },
    log: () => present().output(),
  };
}
