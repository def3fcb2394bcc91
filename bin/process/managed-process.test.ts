import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  startProcess,
  waitUntilReady,
  type ManagedProcess,
  type ProcessOptions,
} from './managed-process.ts';
import { processIdentity } from './process-identity.ts';
import { recordedProcess, recordProcess, stopLeftover } from './process-records.ts';

let folder: string;
const started: ManagedProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagewright-process-'));
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((child) => child.stop()));
  rmSync(folder, { recursive: true });
});

function run(script: string, options: Partial<ProcessOptions> = {}): ManagedProcess {
  const at = { logFile: join(folder, 'it.log'), records: folder };
  const child = startProcess({
    name: 'it',
    command: process.execPath,
    args: ['-e', script],
    ...at,
    ...options,
  });
  started.push(child);
  return child;
}
const FOR_EVER = 'setInterval(() => {}, 1000); console.log("up");';
const isUp = (child: ManagedProcess) => waitUntilReady(child, () => child.output().includes('up'));

describe('a process that we manage', () => {
  it('is asked to stop, and is gone and forgotten when stop returns', async () => {
    const child = run(
      `process.once('SIGTERM', () => { console.log('bye'); process.exit(0); }); ${FOR_EVER}`,
    );
    await isUp(child);
    expect(recordedProcess(folder, 'it')).toBe(child.pid);
    await child.stop();
    expect(child.output()).toContain('bye');
    expect(processIdentity(child.pid)).toBeUndefined();
    expect(recordedProcess(folder, 'it')).toBeUndefined();
  });

  it('is ended by force when it does not listen', async () => {
    const child = run(`process.on('SIGTERM', () => {}); ${FOR_EVER}`, { stopWithinMs: 50 });
    await isUp(child);
    await child.stop();
    expect(await child.ended).toBe('signal SIGKILL');
  });

  it('that ends while starting is a problem that quotes its last lines', async () => {
    const child = run('console.error("no such database"); process.exit(3)');
    await expect(isUp(child)).rejects.toThrow(
      /it ended while starting \(exit code 3\)\.\n {4}no such database/,
    );
  });

  it('shows only what it wrote since it was started', async () => {
    await isUp(run(FOR_EVER));
    const second = run('console.log("second")', { name: 'other' });
    await second.ended;
    expect(second.output()).toBe('second\n');
  });

  it('that cannot be run is a problem', () => {
    expect(() => run('', { command: '/no/such/program' })).toThrow(/cannot be run/);
  });
});

describe('what a killed start left running', () => {
  it('is found by its record and stopped', async () => {
    const orphan = spawn(process.execPath, ['-e', FOR_EVER], { detached: true, stdio: 'ignore' });
    const pid = orphan.pid ?? 0;
    recordProcess(folder, 'it', pid);
    expect(await stopLeftover(folder, 'it', 'SIGTERM')).toBe(true);
    expect(processIdentity(pid)).toBeUndefined();
    expect(await stopLeftover(folder, 'it', 'SIGTERM')).toBe(false);
  });

  it('is left alone when its id belongs to another process by now', async () => {
    const stranger = run(FOR_EVER, { name: 'stranger' });
    mkdirSync(join(folder, 'old'));
    writeFileSync(
      join(folder, 'old', 'it.json'),
      JSON.stringify({ pid: stranger.pid, identity: '1' }),
    );
    expect(await stopLeftover(join(folder, 'old'), 'it', 'SIGKILL')).toBe(false);
    expect(stranger.running()).toBe(true);
  });
});
