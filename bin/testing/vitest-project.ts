import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { repository } from '../repository.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
});

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs one project of vitest.config.ts, its output shown as it comes, and counts. What fails outside of a test (a
 * file that cannot be loaded, a set-up that throws) counts as one failure, so that nothing broken adds up to zero.
 */
export async function runProject(name: string, env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  const output = join(repository, 'test', 'output', `${name}.json`);
  mkdirSync(dirname(output), { recursive: true });
  rmSync(output, { force: true });
  const vitest = join(
    dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
    'vitest.mjs',
  );
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const exitCode = await show([vitest, 'run', '--project', name, ...reporters], env);
  return tally(output, exitCode);
}

function show(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, args, {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  running.add(child);
  return new Promise((settle) => {
    child.once('exit', (code) => {
      running.delete(child);
      settle(code ?? 1);
    });
  });
}

function tally(file: string, exitCode: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const result = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  const broken = exitCode !== 0 && result.numFailedTests === 0;
  return { passed: result.numPassedTests, failed: broken ? 1 : result.numFailedTests };
}
