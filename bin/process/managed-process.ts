import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupProblem } from '../setup-problem.ts';
import { forgetProcess, recordProcess } from './process-records.ts';

export interface ProcessOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Another user to run as, when we are root and the program refuses to be. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  /** Its output is appended here. A file, not a pipe: it must outlive us without breaking. */
  readonly logFile: string;
  /** Folder that remembers the process, so that the next start finds it should we be killed. */
  readonly records: string;
  /** Lets Ctrl-C at the terminal reach it: for tests, whose own process may die of it without a word. */
  readonly sharesTerminal?: boolean;
  readonly stopSignal?: NodeJS.Signals;
  /** Patience before SIGKILL, in milliseconds. */
  readonly stopWithinMs?: number;
}

export interface ManagedProcess {
  readonly name: string;
  readonly pid: number;
  readonly stopSignal: NodeJS.Signals;
  /** Settles when the process has ended, whatever the reason: "exit code 1", "signal SIGKILL". */
  readonly ended: Promise<string>;
  readonly running: () => boolean;
  /** What it has written since it was started. */
  readonly output: () => string;
  /** Asks it to end, insists after its patience, and returns once it is gone. */
  readonly stop: () => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/**
 * Starts a program in a session of its own, so that Ctrl-C at the terminal reaches us alone and we choose the
 * order in which things stop.
 */
export function startProcess(options: ProcessOptions): ManagedProcess {
  if (closing)
    throw new SetupProblem(`${options.name} is not started any more: all is being stopped.`);
  const from = prepareLog(options.logFile);
  const child = launch(options);
  if (child.pid === undefined)
    throw new SetupProblem(
      `${options.name} could not be started: ${options.command} cannot be run.`,
    );
  recordProcess(options.records, options.name, child.pid);
  return managed(options, child, child.pid, from);
}

function prepareLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) return 0;
  if (statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.old`);
  return existsSync(file) ? statSync(file).size : 0;
}

function launch(options: ProcessOptions): ChildProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: !options.sharesTerminal,
    ...options.user,
  });
  child.on('error', () => {}); // seen as a missing pid
  closeSync(log);
  return child;
}

/** Should we end without having stopped them (a bug, say), they are told to end too. */
const alive = new Map<ChildProcess, ManagedProcess>();
process.on('exit', () => {
  for (const { kill, stopSignal } of alive.values()) kill(stopSignal);
});

let closing = false;
/** Whether all is being stopped, so that what fails now is no news. */
export const isClosing = (): boolean => closing;

/**
 * Stops every process there is: those of `order` one after the other, what is not named in it first. From now on
 * none can be started, so one that was just about to is not forgotten.
 */
export async function stopAllProcesses(order: readonly string[]): Promise<void> {
  closing = true;
  const rank = ({ name }: ManagedProcess) => order.indexOf(name);
  for (const child of [...alive.values()].sort((a, b) => rank(a) - rank(b))) await child.stop();
}

function managed(
  options: ProcessOptions,
  child: ChildProcess,
  pid: number,
  from: number,
): ManagedProcess {
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  const ended = new Promise<string>((settle) => {
    child.once('exit', (code, signal) => {
      const how = signal ? `signal ${signal}` : `exit code ${code}`;
      alive.delete(child);
      forgetProcess(options.records, options.name);
      settle(how);
    });
  });
  const stop = async () => {
    if (!alive.has(child)) return;
    child.kill(stopSignal);
    const insist = new AbortController();
    const patience = pause(options.stopWithinMs ?? 10_000, 'late', { signal: insist.signal }).catch(
      () => 'gone',
    );
    if ((await Promise.race([ended, patience])) === 'late') insistOn(child, options);
    await ended;
    insist.abort();
  };
  const output = () => readFileSync(options.logFile).subarray(from).toString('utf8');
  const result: ManagedProcess = {
    name: options.name,
    pid,
    stopSignal,
    ended,
    running: () => alive.has(child),
    output,
    stop,
    kill: (signal) => child.kill(signal),
  };
  alive.set(child, result);
  return result;
}

/** Takes along what it started, where it leads a group of its own. */
function insistOn(child: ChildProcess, { sharesTerminal }: ProcessOptions): void {
  try {
    if (sharesTerminal || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Gone in this very moment.
  }
}

/**
 * Waits until `ready` answers true. A process that ends meanwhile, or is not ready in time (it is then ended), is
 * a problem that quotes the last lines it wrote.
 */
export async function waitUntilReady(
  child: ManagedProcess,
  ready: () => Promise<boolean> | boolean,
  withinMs = 60_000,
): Promise<void> {
  const patience = Date.now() + withinMs;
  while (!(await ready())) {
    if (!child.running()) {
      const how = await child.ended;
      throw new SetupProblem(`${child.name} ended while starting (${how}).${lastLines(child)}`);
    }
    if (Date.now() > patience) {
      await child.stop();
      const late = `${child.name} was not ready after ${withinMs / 1000} s`;
      throw new SetupProblem(`${late}.${lastLines(child)}`);
    }
    await pause(40);
  }
}

/** The end of what a process wrote, indented, to show below a sentence about it. */
export function lastLines(child: ManagedProcess, count = 12): string {
  const lines = child.output().trimEnd().split('\n').slice(-count);
  return lines.join('').trim() === '' ? '' : `\n${lines.map((line) => `    ${line}`).join('\n')}`;
}
