import { buildDesigner } from '../build/designer.ts';
import { generatePrismaClient } from '../build/prisma-client.ts';
import { buildPrograms } from '../build/programs.ts';
import { buildWorkflowBundle } from '../build/workflow-bundle.ts';
import type { Say } from '../progress.ts';
import { checks, runCheck } from './checks.ts';
import { findChromium } from './find-chromium.ts';
import { startSharedServers } from './shared-servers.ts';
import { runProject, type Tally } from './vitest-project.ts';

export interface TestStep {
  /** What `npm test -- NAME` calls it. */
  readonly name: string;
  readonly title: string;
  /** Names of the steps that must come before it. */
  readonly needs: readonly string[];
  /** Shows by itself that it is alive. */
  readonly speaks?: boolean;
  /** Tests answer their numbers; a step that fails altogether throws. */
  readonly run: (say: Say) => Promise<Tally | undefined>;
}

/** Handed from step to step: where the servers are, which browser there is. */
const found: NodeJS.ProcessEnv = {};

function prepare(name: string, title: string, work: (say: Say) => Promise<unknown>): TestStep {
  return { name, title, needs: [], run: async (say) => void (await work(say)) };
}

function tests(name: string, title: string, needs: readonly string[]): TestStep {
  return {
    name,
    title,
    needs: ['client', ...needs],
    speaks: true,
    run: () => runProject(name, found),
  };
}

const onServers = ['bundle', 'programs', 'servers'] as const;

/** The steps of `npm test`, in their order. Tests on servers share one set of them. */
export const testSteps: readonly TestStep[] = [
  prepare('client', 'Database client', generatePrismaClient),
  ...checks.map((check) => ({
    ...prepare(check.name, check.title, () => runCheck(check)),
    needs: ['client'],
  })),
  tests('unit', 'Unit tests', []),
  tests('designer', 'Tests of the designer', []),
  prepare('bundle', 'Workflow bundle', buildWorkflowBundle),
  prepare('programs', 'Api and worker', buildPrograms),
  prepare('web', 'Designer', buildDesigner),
  prepare('servers', 'PostgreSQL, Temporal and mail', async (say) => {
    const { stop: _, ...servers } = await startSharedServers(say);
    found['STAGEWRIGHT_TEST_SERVERS'] = JSON.stringify(servers);
  }),
  tests('integration', 'Integration tests', [...onServers, 'web']),
  tests('replay', 'Replay of recorded histories', onServers),
  tests('faults', 'Fault tests', onServers),
  prepare('browser', 'Browser', async (say) => {
    found['CHROMIUM_PATH'] = await findChromium(say);
  }),
  tests('journey', 'Browser journey', [...onServers, 'web', 'browser']),
];

/** The steps named and what they need, in order; all when none is named. Throws on a name there is not. */
export function selectSteps(names: readonly string[]): readonly TestStep[] {
  const known = testSteps.map((step) => step.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Error(`There is no step "${unknown}": choose among ${known.join(', ')}.`);
  if (names.length === 0) return testSteps;
  return testSteps.filter(
    ({ name }) =>
      names.includes(name) ||
      testSteps.some((step) => names.includes(step.name) && step.needs.includes(name)),
  );
}
