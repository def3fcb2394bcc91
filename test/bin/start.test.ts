import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { postgresFolder } from '#bin/postgres/reachable-folder.ts';
import { accepts, freePort } from '#bin/process/free-port.ts';
import { processIdentity } from '#bin/process/process-identity.ts';
import { recordedProcess } from '#bin/process/process-records.ts';
import { removeFolder, temporaryFolder } from '#bin/process/temporary-folder.ts';
import { repository } from '#bin/repository.ts';

const PARTS = ['api', 'worker', 'temporal', 'mail', 'postgres'] as const;
const home = temporaryFolder('home');
const records = join(home, 'running');
const port = await freePort();
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
    expect.poll(started.output, { timeout: 100_000 }).toContain('is ready'),
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

describe('npm start', { timeout: 120_000 }, () => {
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
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(
      /already running on the data in .* \(process \d+\): stop it first/,
    );
    expect(pids()).not.toContain(undefined);
  });

  it('stops everything when a part of it dies, and says which', async () => {
    const started = start();
    await ready(started);
    const all = pids();
    process.kill(all[1] ?? 0, 'SIGKILL');
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(
      /"worker" ended unexpectedly \(signal SIGKILL\), so everything is stopped: look into .*worker\.log/,
    );
    expect(all.map((pid) => processIdentity(pid ?? 0))).toEqual(PARTS.map(() => undefined));
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
