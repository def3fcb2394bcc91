import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runNode } from '../process/run-node.ts';
import { repository } from '../repository.ts';
import { buildIfChanged } from './source-hash.ts';

/** Builds the web app into dist/designer, which the api serves, when its sources have changed. */
export function buildDesigner(): Promise<boolean> {
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin',
    'vite.js',
  );
  const sources = ['designer', 'core', 'api/contract', 'package-lock.json'];
  const into = [
    '--outDir',
    join(repository, 'dist', 'designer'),
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  // A test run's own NODE_ENV would build React for development, and the next start would serve that.
  const env = { ...process.env, NODE_ENV: 'production' };
  return buildIfChanged('dist/designer', sources, () =>
    runNode('Building the designer', [vite, 'build', join(repository, 'designer'), ...into], env),
  );
}
