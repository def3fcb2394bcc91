import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { RunFailure, runQuietly } from '../process/run-quietly.ts';
import { SetupProblem } from '../setup-problem.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

const MAJOR_VERSION = '18';

export interface Cluster {
  readonly data: string;
  readonly password: string;
}

export interface ClusterOptions {
  readonly folder: string;
  /** The program file that creates a cluster. */
  readonly initdb: string;
  readonly user: UnprivilegedUser | undefined;
  /** The data need not survive a power cut in the first second: they are thrown away anyhow. */
  readonly throwAway?: boolean;
}

/**
 * The data folder of a PostgreSQL server below `folder`, created when there is none yet.
 * A half-made one, left by a start that was killed, never takes the final name.
 */
export async function ensureCluster(options: ClusterOptions): Promise<Cluster> {
  const data = join(options.folder, 'data');
  const passwordFile = join(options.folder, 'password');
  if (!existsSync(join(data, 'PG_VERSION'))) await createCluster(options, data, passwordFile);
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return { data, password: readFileSync(passwordFile, 'utf8') };
  throw new SetupProblem(
    `The data in ${data} belong to PostgreSQL ${version}, and this Stagewright brings PostgreSQL ${MAJOR_VERSION}: move the folder away to begin anew, or serve it yourself and set DATABASE_URL.`,
  );
}

async function createCluster(
  options: ClusterOptions,
  data: string,
  passwordFile: string,
): Promise<void> {
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  chmodSync(options.folder, 0o700);
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  for (const path of [options.folder, passwordFile])
    if (options.user) chownSync(path, options.user.uid, options.user.gid);
  await initdb(options, draft, passwordFile);
  renameSync(draft, data);
}

async function initdb(options: ClusterOptions, data: string, passwordFile: string): Promise<void> {
  // The built-in locale sorts alike on every machine, whatever the system's C library.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const access = ['--username=stagewright', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const sync = options.throwAway ? ['--no-sync'] : [];
  const args = ['-D', data, '--encoding=UTF8', ...locale, ...access, ...sync];
  try {
    await runQuietly(options.initdb, args, { cwd: '/', ...options.user });
  } catch (error) {
    const said = error instanceof RunFailure ? error.printed : String(error);
    throw new SetupProblem(`PostgreSQL could not create its data in ${data}:\n${said}`);
  }
}
