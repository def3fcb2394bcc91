import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where root keeps what another account must reach: no closed folder stands above it. */
export const SYSTEM_STATE = '/var/lib/stagewright';

/** Whether any account may pass through `folder` and everything above it. */
export function isReachableByAll(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * The folder for PostgreSQL's data: `wanted` itself, or, as root, /var/lib/stagewright/<hash of that path> with a
 * link to it at `wanted`. Always so for root, not only when a closed folder stands above: the data must not seem
 * lost because somebody changed the mode of a folder.
 */
export function postgresFolder(wanted: string): string {
  if (process.getuid?.() !== 0) return wanted;
  const parent = realpathSync(makeOpen(dirname(wanted)));
  const name = createHash('sha256')
    .update(join(parent, wanted.slice(dirname(wanted).length)))
    .digest('hex')
    .slice(0, 12);
  const folder = makeOpen(join(SYSTEM_STATE, name));
  if (!existsSync(wanted)) symlinkSync(folder, wanted);
  return folder;
}

/** Creates `folder` unless it exists. */
export function makeOpen(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return folder;
}
