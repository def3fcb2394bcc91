import { cpSync, mkdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { postgresFolder } from '#bin/postgres/reachable-folder.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';

const root = temporaryFolder('places');
const made = new Set<string>();
const folderOf = (state: string): string => {
  const folder = postgresFolder(join(root, state, 'postgres'));
  made.add(folder);
  return folder;
};
afterAll(() => {
  made.forEach(removeFolder);
  removeFolder(root);
});

describe.runIf(process.getuid?.() === 0)("root's folder for PostgreSQL", () => {
  it('stands where other accounts can go, the same at each start, and a link leads there', () => {
    const folder = folderOf('one');
    expect(folder).toMatch(/^\/var\/lib\/stagewright\/data-/);
    expect(readlinkSync(join(root, 'one', 'postgres'))).toBe(folder);
    expect(folderOf('one')).toBe(folder);
  });

  it('is new when the state folder was removed to begin anew', () => {
    const old = folderOf('two');
    rmSync(join(root, 'two'), { recursive: true });
    expect(folderOf('two')).not.toBe(old);
  });

  it('moves along with the state folder, but is not shared with a copy of it', () => {
    const folder = folderOf('three');
    renameSync(join(root, 'three'), join(root, 'moved'));
    expect(folderOf('moved')).toBe(folder);
    cpSync(join(root, 'moved'), join(root, 'copy'), { recursive: true, verbatimSymlinks: true });
    expect(() => folderOf('copy')).toThrow(/copy is a copy of .*moved.*remove the copy/);
  });

  it('is refused where another user has made the data', () => {
    mkdirSync(join(root, 'theirs', 'postgres'), { recursive: true });
    expect(() => folderOf('theirs')).toThrow(/not root's: start as that user/);
  });
});
