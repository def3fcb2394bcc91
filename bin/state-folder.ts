import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repository } from './repository.ts';
import { reasonOf, SetupProblem } from './setup-problem.ts';

export interface StateFolder {
  readonly home: string;
  readonly logs: string;
  /** Notes on the processes that run, see process/process-records.ts. */
  readonly records: string;
  /** The ports that the inner servers had last time. */
  readonly ports: string;
  readonly files: string;
  readonly mail: string;
  readonly temporal: string;
  readonly postgres: string;
}

/** Where everything stands below `home`, seen from the repository; nothing is created. */
export function stateFolder(home: string): StateFolder {
  const folder = resolve(repository, home);
  const within = (name: string) => join(folder, name);
  return {
    home: folder,
    logs: within('logs'),
    records: within('running'),
    ports: within('ports.json'),
    files: within('files'),
    mail: within('mail'),
    temporal: within('temporal'),
    postgres: within('postgres'),
  };
}

/**
 * The folder that holds all that Stagewright keeps: `home`, seen from the repository. For one user's eyes only.
 * (As root, PostgreSQL's data stand elsewhere; a link leads there: see postgres/reachable-folder.ts.)
 */
export function openStateFolder(home: string): StateFolder {
  const state = stateFolder(home);
  try {
    mkdirSync(state.home, { recursive: true, mode: 0o700 });
    accessSync(state.home, constants.W_OK);
  } catch (error) {
    throw new SetupProblem(
      `The folder ${state.home}, which keeps the data, cannot be written (${reasonOf(error)}): set STAGEWRIGHT_HOME to one that can.`,
    );
  }
  return state;
}

/** A secret that signs sessions or webhooks, made on first use: what it signed stays so over a restart. */
export function keptSecret(state: StateFolder, name: 'session-secret' | 'webhook-secret'): string {
  const file = join(state.home, name);
  if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}
