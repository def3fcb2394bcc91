import { join } from 'node:path';
import { loadEnvironment } from './load-environment.ts';
import { lastLines, stopAllProcesses, unexpectedEnd } from './process/managed-process.ts';
import { forgetProcess, recordedProcess } from './process/process-records.ts';
import { SetupProblem } from './setup-problem.ts';
import { stopOrder } from './start/only-one.ts';
import { startAll } from './start/start-all.ts';
import { welcome } from './start/welcome.ts';
import { openStateFolder, type StateFolder } from './state-folder.ts';

let ending: Promise<void> | undefined;

/** Stops what we started, in order, and ends. However often it is asked, it happens once. */
function end(state: StateFolder | undefined, exitCode: number): Promise<void> {
  return (ending ??= (async () => {
    await stopAllProcesses(stopOrder);
    if (state && recordedProcess(state.records, 'start') === process.pid)
      forgetProcess(state.records, 'start');
    process.exit(exitCode);
  })());
}

async function main(): Promise<void> {
  let state: StateFolder | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending) console.log('\nStopping …');
      void end(state, 0);
    });
  }
  try {
    const env = loadEnvironment();
    state = openStateFolder(env.STAGEWRIGHT_HOME);
    const broken = watch(state);
    const started = await Promise.race([startAll(env, state), broken]);
    console.log(await welcome(started, state, `${process.uptime().toFixed(1)} s`));
    await broken;
  } catch (error) {
    if (ending) return; // told to stop in the middle of starting: what broke, broke because of that
    console.error(error instanceof SetupProblem ? `\n${error.message}` : error);
    await end(state, 1);
  }
}

/** Ends in one way only: with the problem that a part ended without being told to. */
async function watch(state: StateFolder): Promise<never> {
  const { child, how } = await unexpectedEnd;
  const log = join(state.logs, `${child.name}.log`);
  throw new SetupProblem(
    `The process "${child.name}" ended unexpectedly (${how}), so everything is stopped: look into ${log} and start again.${lastLines(child)}`,
  );
}

await main();
