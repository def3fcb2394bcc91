import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { postgresFolder } from '#bin/postgres/reachable-folder.ts';
import { accepts } from '#bin/process/free-port.ts';
import { processIdentity } from '#bin/process/process-identity.ts';
import { recordedProcess } from '#bin/process/process-records.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';
import { repository } from '#bin/repository.ts';
import { ownPort } from '../support/own-port.ts';

const PARTS = ['api', 'worker', 'temporal', 'mail', 'postgres'] as const;
const home = temporaryFolder('home');
const records = join(home, 'running');
const port = await ownPort();
const running: Start[] = [];

interface Start {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** `npm start` without npm, on a state folder of its own. */
function start(env: Record<string, string> = {}): Start {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [join(repository, 'bin', 'start.mjs')], {
    env: { PATH, HOME, STAGEWRIGHT_HOME: home, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (text += String(chunk)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const started = { child, output: () => text, ended };
  running.push(started);
  return started;
}

async function ready(started: Start): Promise<void> {
  const failed = started.ended.then(() => Promise.reject(new Error(started.output())));
  await Promise.race([
    failed,
    expect.poll(started.output, { timeout: 240_000 }).toContain('is ready'),
  ]);
}

const pids = () => PARTS.map((name) => recordedProcess(records, name));

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});
afterAll(() => {
  removeFolder(postgresFolder(join(home, 'postgres')));
  removeFolder(home);
});

describe('npm start', { timeout: 480_000 }, () => {
  it('brings everything up, prints where to go, and leaves no process and no port behind', async () => {
    const first = start();
    await ready(first);
    expect(first.output()).toContain(`http://127.0.0.1:${port}`);
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    const all = pids();
    expect(all).not.toContain(undefined);

    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(all.map((pid) => processIdentity(pid ?? 0))).toEqual(PARTS.map(() => undefined));
    expect(await accepts('127.0.0.1', port)).toBe(false);
    expect(readdirSync(records)).toEqual([]);
  });

  it('ends what an interrupted start left, and goes on with the same data', async () => {
    const killed = start();
    await ready(killed);
    const left = pids();
    killed.child.kill('SIGKILL');
    await killed.ended;

    const next = start();
    await ready(next);
    expect(next.output()).toContain('Stopped what an interrupted start had left running');
    expect(next.output()).not.toContain('migrations applied');
    expect(left.map((pid) => processIdentity(pid ?? 0))).toEqual(PARTS.map(() => undefined));
  });

  it('refuses to run twice on the same data, and says what to do', async () => {
    const first = start();
    await ready(first);
    const second = start({ PORT: String(await ownPort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /already running on the data in .* \(process \d+\): stop it first/,
    );
    expect(pids()).not.toContain(undefined);
  });

  it('starts again each part that dies, on the same ports and data, and says so', async () => {
    const started = start();
    await ready(started);
    const url = `http://127.0.0.1:${port}/api`;
    const ports = readFileSync(join(home, 'ports.json'), 'utf8');
    for (const name of PARTS) {
      const before = recordedProcess(records, name) ?? 0;
      process.kill(before, 'SIGKILL');
      await expect
        .poll(started.output, { timeout: 60_000 })
        .toMatch(new RegExp(`! ${name} has ended by itself[^]*✓ ${name} runs again`));
      expect(recordedProcess(records, name)).not.toBe(before);
    }
    const health = () =>
      fetch(`${url}/health`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(health, { timeout: 60_000 }).toBe(200);
    expect(readFileSync(join(home, 'ports.json'), 'utf8')).toBe(ports);
  });

  it('gives up when a part dies again and again, and leaves nothing behind', async () => {
    const started = start();
    await ready(started);
    for (let again = 0; again <= 5; again += 1) {
      const runs = () => started.output().split('✓ mail runs again').length - 1;
      await expect.poll(runs, { timeout: 60_000 }).toBe(again);
      process.kill(recordedProcess(records, 'mail') ?? 0, 'SIGKILL');
    }
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      /\nmail has ended 6 times within 10 minutes .*mail\.log, put right what it says, and start again\.\n/,
    );
    expect(readdirSync(records)).toEqual([]);
  });

  it('leaves nothing behind when it is stopped in the middle of a restart', async () => {
    const started = start();
    await ready(started);
    process.kill(recordedProcess(records, 'api') ?? 0, 'SIGKILL');
    await expect.poll(() => recordedProcess(records, 'api'), { timeout: 30_000 }).toBeDefined();
    const all = pids();
    started.child.kill('SIGINT');
    expect(await started.ended).toBe(0);
    expect(all.map((pid) => processIdentity(pid ?? 0))).toEqual(PARTS.map(() => undefined));
    expect(readdirSync(records)).toEqual([]);
  });

  it('names a taken port and how to choose another', async () => {
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const started = start();
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      new RegExp(`Port ${port} on 127.0.0.1 cannot be listened on.*PORT=\\d+ npm start`),
    );
    squatter.close();
  });

  it('names every wrong variable at once', async () => {
    const started = start({ PORT: 'http', TEMPORAL_ADDRESS: 'nowhere' });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/TEMPORAL_ADDRESS is "nowhere".*\nPORT is "http"/);
  });
});
