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
import type { PostgresBinaries } from './binaries.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

const MAJOR_VERSION = '18';

export interface Cluster {
  readonly data: string;
  readonly password: string;
}

/**
 * The data folder of a PostgreSQL server below `folder`, created when there is none yet.
 * A half-made one, left by a start that was killed, never takes the final name.
 */
export async function ensureCluster(
  folder: string,
  binaries: PostgresBinaries,
  user: UnprivilegedUser | undefined,
): Promise<Cluster> {
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  if (!existsSync(join(data, 'PG_VERSION')))
    await createCluster(folder, data, passwordFile, binaries, user);
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return { data, password: readFileSync(passwordFile, 'utf8') };
  throw new SetupProblem(
    `The data in ${data} belong to PostgreSQL ${version}, and this Stagewright brings PostgreSQL ${MAJOR_VERSION}: move the folder away to begin anew, or serve it yourself and set DATABASE_URL.`,
  );
}

async function createCluster(
  folder: string,
  data: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  const draft = join(folder, 'data.new');
  rmSync(draft, { recursive: true, force: true });
  own(folder, user, 0o700);
  writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  await initdb(binaries.initdb, draft, passwordFile, user);
  renameSync(draft, data);
}

function own(folder: string, user: UnprivilegedUser | undefined, mode: number): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, mode);
  if (user) chownSync(folder, user.uid, user.gid);
}

async function initdb(
  program: string,
  data: string,
  passwordFile: string,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  // The built-in locale sorts alike on every machine, whatever the system's C library.
  const locale = [
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ];
  const access = ['--username=stagewright', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  try {
    await runQuietly(program, ['-D', data, ...locale, ...access], { cwd: '/', ...user });
  } catch (error) {
    const said = error instanceof RunFailure ? error.printed : String(error);
    throw new SetupProblem(`PostgreSQL could not create its data in ${data}:\n${said}`);
  }
}
