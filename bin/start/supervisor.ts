import { setTimeout as pause } from 'node:timers/promises';
import { isClosing, type ManagedProcess } from '../process/managed-process.ts';
import { reasonOf, SetupProblem } from '../setup-problem.ts';
import { createRestartPolicy, restartLimits, type RestartPolicy } from './restart-policy.ts';

/** Something that has a process, as a server has. */
interface HasProcess {
  readonly process: ManagedProcess;
}

/** What a part is called, how it is started (the same way each time), and which parts it cannot begin without. */
export interface Part<T extends HasProcess> {
  readonly name: string;
  readonly start: () => Promise<T>;
  readonly needs?: readonly string[];
}

export interface Supervisor {
  /** Starts a part, answers what the first start gave, and starts it again whenever it ends by itself. */
  readonly keep: <T extends HasProcess>(part: Part<T>) => Promise<T>;
  /** Rejects with a SetupProblem when a part ends too often. */
  readonly givenUp: Promise<never>;
}

interface SupervisorOptions {
  readonly say: (line: string) => void;
  /** Folder of the log files, for the sentence that names one. */
  readonly logs: string;
  readonly policy?: () => RestartPolicy;
}

/** Keeps parts running: back-off between restarts, a bound on them, a line for each. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { logs, policy = createRestartPolicy } = options;
  const away = new Map<string, Promise<void>>();
  let giveUp: (problem: SetupProblem) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  givenUp.catch(() => {}); // whoever waits for it hears of it
  const say = (line: string) => {
    if (!isClosing()) options.say(line);
  };

  /** Settles when the part runs again; never when it is given up. */
  async function bringBack<T extends HasProcess>(
    part: Part<T>,
    after: RestartPolicy,
    how: string,
  ): Promise<ManagedProcess | undefined> {
    for (let reason = how; !isClosing();) {
      const wait = after.afterEnd();
      if (wait === undefined) {
        giveUp(endedTooOften(part.name, reason, logs));
        return undefined;
      }
      say(
        `! ${part.name} has ended by itself (${reason}): it is started again in ${wait / 1000} s`,
      );
      await pause(wait);
      for (const name of part.needs ?? []) await away.get(name);
      if (isClosing()) return undefined;
      try {
        const { process } = await part.start();
        say(`✓ ${part.name} runs again (process ${process.pid})`);
        return process;
      } catch (error) {
        reason = reasonOf(error).split('\n', 1)[0] ?? '';
      }
    }
    return undefined;
  }

  async function watch<T extends HasProcess>(part: Part<T>, first: ManagedProcess): Promise<void> {
    const after = policy();
    for (let child: ManagedProcess | undefined = first; child !== undefined;) {
      const how: string = await child.ended;
      if (isClosing()) return;
      const back: Promise<ManagedProcess | undefined> = bringBack(part, after, how);
      away.set(part.name, settled(back));
      child = await back;
      if (child !== undefined) away.delete(part.name);
    }
  }

  return {
    async keep(part) {
      const started = await part.start();
      void watch(part, started.process);
      return started;
    },
    givenUp,
  };
}

async function settled(work: Promise<unknown>): Promise<void> {
  await work;
}

function endedTooOften(name: string, how: string, logs: string): SetupProblem {
  const { restarts, withinMs } = restartLimits;
  return new SetupProblem(
    `${name} has ended ${restarts + 1} times within ${withinMs / 60_000} minutes (at last: ${how}), so everything is stopped: look into ${logs}/${name}.log, put right what it says, and start again.`,
  );
}
