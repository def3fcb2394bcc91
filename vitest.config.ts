import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** A bound against tests that hang, not a measure: a busy machine is many times slower than a quiet one. */
const HANGS_AFTER_MS = 30_000;

/** Files at a time. Left alone, vitest keeps a core free for itself, which on two cores means one file at a time. */
const AT_ONCE = Math.max(2, availableParallelism());

/** More files than this would wait for the one PostgreSQL and the one Temporal that they share. */
const ON_SERVERS = Math.min(4, AT_ONCE);

/** Tests on real servers: each file has a database, a task queue and ports of its own. */
function onServers(
  name: string,
  include: string[],
  seconds: number,
  maxWorkers = ON_SERVERS,
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include,
      environment: 'node',
      globalSetup: './test/setup/shared-servers.ts',
      maxWorkers,
      // Projects with another number of workers run in a group of their own, should one run of vitest have several.
      sequence: { groupOrder: maxWorkers > 1 ? 1 : 0 },
      testTimeout: seconds * 1000,
      hookTimeout: 300_000,
    },
  };
}

export default defineConfig({
  test: {
    teardownTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{core,worker,api,prisma,bin}/**/*.test.ts', 'test/architecture/*.test.ts'],
          environment: 'node',
          testTimeout: HANGS_AFTER_MS,
          maxWorkers: AT_ONCE,
          // What is imported serves all files of a worker: loading it took as long as the tests.
          isolate: false,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'designer',
          include: ['designer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: './designer/src/testing/jsdom.ts',
          testTimeout: HANGS_AFTER_MS,
          maxWorkers: AT_ONCE,
          isolate: false,
        },
      },
      onServers('integration', ['test/{integration,bin}/**/*.test.ts'], 180, 1),
      onServers('replay', ['test/replay/**/*.test.ts'], 120),
      onServers('faults', ['test/faults/**/*.test.ts'], 600, 1),
      onServers('journey', ['test/{browser,e2e}/**/*.test.ts'], 300),
    ],
  },
});
