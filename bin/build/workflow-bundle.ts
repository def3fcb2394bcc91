import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode } from '../process/run-node.ts';
import { repository, typescript } from '../repository.ts';
import { buildIfChanged } from './source-hash.ts';

export const workflowBundle = join(repository, 'dist', 'workflow-bundle.js');

/** Builds what the worker runs deterministically, dist/workflow-bundle.js, when its sources have changed. */
export function buildWorkflowBundle(): Promise<boolean> {
  const script = fileURLToPath(new URL('./write-workflow-bundle.ts', import.meta.url));
  const sources = ['worker/workflows', 'core', 'package-lock.json'];
  return buildIfChanged('dist/workflow-bundle.js', sources, () =>
    runNode('Building the workflow bundle', [...typescript, script, workflowBundle]),
  );
}
