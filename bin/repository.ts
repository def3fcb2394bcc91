import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The repository's folder, without a slash at its end. */
export const repository = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** How to run a TypeScript file of ours: `node` with these arguments before the file. */
export const typescript = [
  '--import',
  pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
] as const;
