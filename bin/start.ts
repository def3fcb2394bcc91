import { loadEnvironment } from './load-environment.ts';
import { stopAllProcesses } from './process/managed-process.ts';
import { forgetProcess, recordedProcess } from './process/process-records.ts';
import { SetupProblem } from './setup-problem.ts';
import { stopOrder } from './start/only-one.ts';
import { startAll } from './start/start-all.ts';
import { createSupervisor } from './start/supervisor.ts';
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
    const say = (line: string) => console.log(`  ${line}`);
    const supervisor = createSupervisor({ say, logs: state.logs });
    const { givenUp } = supervisor;
    const started = await Promise.race([startAll(env, state, supervisor), givenUp]);
    console.log(await welcome(started, state, `${process.uptime().toFixed(1)} s`));
    await givenUp;
  } catch (error) {
    if (ending) return; // told to stop in the middle of starting: what broke, broke because of that
    console.error(error instanceof SetupProblem ? `\n${error.message}` : error);
    await end(state, 1);
  }
}

await main();
