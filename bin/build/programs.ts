import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../process/run-node.ts';
import { repository, typescript } from '../repository.ts';
import { buildIfChanged } from './source-hash.ts';

const folder = join(repository, 'dist', 'programs');

/** The built file of a program. */
export const programFile = (name: 'api' | 'worker'): string => join(folder, `${name}.js`);

/**
 * Builds api and worker into one file each, dist/programs, when their sources have changed: they start in half the
 * time that several hundred files take.
 */
export function buildPrograms(): Promise<boolean> {
  const script = fileURLToPath(new URL('./write-programs.ts', import.meta.url));
  const sources = ['api', 'worker', 'core', 'prisma', 'package-lock.json'];
  return buildIfChanged('dist/programs', sources, () =>
    runNode('Building api and worker', [...typescript, script, folder]),
  );
}
