import { readdirSync, readFileSync } from 'node:fs';
import type { SourceFile } from './walls.ts';

const skipped = /(^|\/)(generated|node_modules|dist|output)(\/|$)/;

/** Every TypeScript source of the given folders, with paths relative to the repository. */
export function sourceFiles(folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !skipped.test(path))
      .map((path) => ({ path, source: readFileSync(path, 'utf8') })),
  );
}
