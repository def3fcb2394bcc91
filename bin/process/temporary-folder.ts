import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
process.on('exit', () => folders.forEach(removeFolder));

/** A new folder that is removed when we end, if not before. All may pass through it, none but us list it. */
export function temporaryFolder(name: string, parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, `stagewright-${name}-`));
  chmodSync(folder, 0o711);
  folders.add(folder);
  return folder;
}

/** Removes a temporary folder and all in it. */
export function removeFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
