import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { processIdentity } from './process-identity.ts';

const processRecord = z.object({ pid: z.int().positive(), identity: z.string() });

/** Notes in `folder` that the process `pid` is ours under `name`, so that a later start can find it. */
export function recordProcess(folder: string, name: string, pid: number): void {
  const identity = processIdentity(pid);
  if (!identity) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(folder, name), JSON.stringify({ pid, identity }));
}

/** The id of the process recorded under `name`, if that very process still runs. */
export function recordedProcess(folder: string, name: string): number | undefined {
  try {
    const record = processRecord.parse(JSON.parse(readFileSync(fileOf(folder, name), 'utf8')));
    return processIdentity(record.pid) === record.identity ? record.pid : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets what is recorded under `name`. */
export function forgetProcess(folder: string, name: string): void {
  rmSync(fileOf(folder, name), { force: true });
}

/**
 * Ends what an earlier start left running under `name` because it was itself killed: first with `signal`,
 * after ten seconds with SIGKILL. Answers whether there was anything to end.
 */
export async function stopLeftover(
  folder: string,
  name: string,
  signal: NodeJS.Signals,
): Promise<boolean> {
  const pid = recordedProcess(folder, name);
  if (pid !== undefined) await endProcess(pid, signal, 10_000);
  forgetProcess(folder, name);
  return pid !== undefined;
}

/** Ends a process that is not our child, and returns once it is gone. */
export async function endProcess(
  pid: number,
  signal: NodeJS.Signals,
  withinMs: number,
): Promise<void> {
  const identity = processIdentity(pid);
  const gone = () => processIdentity(pid) !== identity;
  const patience = Date.now() + withinMs;
  send(pid, signal);
  while (!gone()) {
    if (Date.now() > patience) send(pid, 'SIGKILL');
    await pause(25);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in this very moment, which is what was wanted.
  }
}

const fileOf = (folder: string, name: string): string => join(folder, `${name}.json`);
