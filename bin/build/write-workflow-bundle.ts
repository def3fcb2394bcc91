import { renameSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

// A process of its own: bundling takes memory that the long-lived `npm start` should not keep.
const [, , output] = process.argv;
if (!output) throw new Error('Say where the bundle goes.');
const workflowsPath = fileURLToPath(new URL('../../worker/workflows/index.ts', import.meta.url));
const { code } = await bundleWorkflowCode({ workflowsPath });
mkdirSync(dirname(output), { recursive: true });
writeFileSync(`${output}.new`, code);
renameSync(`${output}.new`, output);
