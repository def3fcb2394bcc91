import { buildDesigner } from './build/designer.ts';
import { generatePrismaClient } from './build/prisma-client.ts';
import { buildPrograms } from './build/programs.ts';
import { buildWorkflowBundle } from './build/workflow-bundle.ts';
import { step } from './progress.ts';

// node --import tsx bin/build.ts: everything that is made from the sources, for an image or a release.
const note = (done: boolean) => (done ? 'built' : 'up to date');
await step('Database client', async () => note(await generatePrismaClient()));
await step('Workflow bundle', async () => note(await buildWorkflowBundle()));
await step('Api and worker', async () => note(await buildPrograms()));
await step('Designer', async () => note(await buildDesigner()));
