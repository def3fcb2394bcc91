import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { SetupProblem } from '../setup-problem.ts';

/** Where root keeps what another account must reach: no closed folder stands above it. */
export const SYSTEM_STATE = '/var/lib/stagewright';

/** Whether any account may pass through `folder` and everything above it. */
export function isReachableByAll(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** Creates `folder` unless it exists. */
export function makeOpen(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}

/**
 * The folder for PostgreSQL's data: `wanted` itself, or, for root, one below /var/lib/stagewright to which `wanted`
 * is a link. The link decides: without it (a state folder removed to begin anew) there is a new folder, never old data.
 */
export function postgresFolder(wanted: string): string {
  if (process.getuid?.() !== 0) return wanted;
  const link = join(realpathSync(makeOpen(dirname(wanted))), basename(wanted));
  const folder = linkTarget(link) ?? newFolder(link);
  claim(makeOpen(folder), link);
  return folder;
}

function linkTarget(link: string): string | undefined {
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isSymbolicLink()) return readlinkSync(link);
  throw new SetupProblem(
    `The data in ${link} were made by a start that was not root's: start as that user again, or set STAGEWRIGHT_HOME to another folder.`,
  );
}

function newFolder(link: string): string {
  const folder = mkdtempSync(join(makeOpen(SYSTEM_STATE), 'data-'));
  chmodSync(folder, 0o755);
  symlinkSync(folder, link);
  return folder;
}

/** A state folder may be moved, but its copy must not run on the original's data. */
function claim(folder: string, link: string): void {
  const note = join(folder, 'state-folder');
  const owner = existsSync(note) ? readFileSync(note, 'utf8') : link;
  if (
    owner !== link &&
    lstatSync(owner, { throwIfNoEntry: false })?.isSymbolicLink() &&
    readlinkSync(owner) === folder
  ) {
    throw new SetupProblem(
      `${dirname(link)} is a copy of ${dirname(owner)}, and PostgreSQL's data belong to the original: remove the copy to begin anew.`,
    );
  }
  writeFileSync(note, link);
}
