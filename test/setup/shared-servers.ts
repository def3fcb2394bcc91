import type { TestProject } from 'vitest/node';
import { buildDesigner } from '#bin/build/designer.ts';
import { generatePrismaClient } from '#bin/build/prisma-client.ts';
import { buildPrograms } from '#bin/build/programs.ts';
import { buildWorkflowBundle } from '#bin/build/workflow-bundle.ts';
import {
  startSharedServers,
  type RunningServers,
  type SharedServers,
} from '#bin/testing/shared-servers.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    servers: SharedServers;
  }
}

/** Several projects of one run share the servers, though each loads this file anew: hence a place all of them see. */
interface Shared {
  users: number;
  running?: Promise<RunningServers> | undefined;
}
const place = globalThis as { stagewrightTestServers?: Shared };

/**
 * Makes the servers known to the tests of a project. `npm test` has them running already and names them in
 * STAGEWRIGHT_TEST_SERVERS; a single run of vitest starts its own and ends them.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['STAGEWRIGHT_TEST_SERVERS'];
  if (given) {
    project.provide('servers', JSON.parse(given) as SharedServers);
    return async () => {};
  }
  const shared = (place.stagewrightTestServers ??= { users: 0 });
  shared.users += 1;
  const { stop, ...servers } = await (shared.running ??= prepare(project.name === 'journey'));
  project.provide('servers', servers);
  return async () => {
    shared.users -= 1;
    if (shared.users === 0) await stop();
  };
}

/** A part that cannot be built is said, and fails the tests that need it: the others can still be run. */
async function prepare(withDesigner: boolean): Promise<RunningServers> {
  const complain = (error: unknown) => console.error(String(error));
  await generatePrismaClient().catch(complain);
  await buildWorkflowBundle().catch(complain);
  await buildPrograms().catch(complain);
  if (withDesigner) await buildDesigner().catch(complain);
  return startSharedServers((what) => console.log(what));
}
