import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../repository.ts';

/**
 * One hash over the content of files and folders (paths from the repository), tests left out: what is built from
 * them is rebuilt when it changes. Dates say nothing: a fresh clone or a switched branch changes them all.
 */
export function hashOfSources(paths: readonly string[], root = repository): string {
  const hash = createHash('sha256');
  for (const path of [...paths].sort()) {
    for (const file of filesOf(join(root, path)))
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) =>
    join(path, file),
  );
  return files.filter((file) => statSync(file).isFile() && !/\.test\.tsx?$/.test(file)).sort();
}

/** Runs `build` unless `output` is there and was built from the very same sources. Answers whether it was run. */
export async function buildIfChanged(
  output: string,
  sources: readonly string[],
  build: () => Promise<unknown>,
): Promise<boolean> {
  const stamp = join(repository, 'dist', '.built', `${output.replace(/\W+/g, '-')}.txt`);
  const hash = hashOfSources(sources);
  if (
    existsSync(join(repository, output)) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hash
  )
    return false;
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}
