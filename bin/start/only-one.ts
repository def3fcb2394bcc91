import { isPortFree } from '../process/free-port.ts';
import { recordedProcess, recordProcess, stopLeftover } from '../process/process-records.ts';
import type { Environment } from '../environment.ts';
import { SetupProblem } from '../setup-problem.ts';
import type { StateFolder } from '../state-folder.ts';

/** What we start, in the order in which it is stopped, with the signal each ends by. */
export const stopOrder = ['api', 'worker', 'temporal', 'mail', 'postgres'] as const;

/** Refuses a second start on the same data, and ends what an earlier one that was killed left running. */
export async function claimStateFolder(state: StateFolder): Promise<boolean> {
  const other = recordedProcess(state.records, 'start');
  if (other !== undefined && other !== process.pid) {
    throw new SetupProblem(
      `Stagewright is already running on the data in ${state.home} (process ${other}): stop it first with Ctrl-C in its terminal or "kill ${other}", or set STAGEWRIGHT_HOME to another folder.`,
    );
  }
  recordProcess(state.records, 'start', process.pid);
  let found = false;
  for (const name of stopOrder) {
    const signal = name === 'postgres' || name === 'temporal' ? 'SIGINT' : 'SIGTERM';
    if (await stopLeftover(state.records, name, signal)) found = true;
  }
  return found;
}

/** The port that people use never moves by itself: a taken one is a problem to be put right. */
export async function requireFreePort({ HOST, PORT }: Environment): Promise<void> {
  if (await isPortFree(PORT, HOST)) return;
  throw new SetupProblem(
    `Port ${PORT} on ${HOST} cannot be listened on (most likely another program has it): stop that program, or choose another port, as in "PORT=${PORT === 8080 ? 8081 : 8080} npm start".`,
  );
}
