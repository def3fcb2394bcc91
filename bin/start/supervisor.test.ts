import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startProcess, stopAllProcesses, waitUntilReady } from '../process/managed-process.ts';
import { processIdentity } from '../process/process-identity.ts';
import { recordedProcess } from '../process/process-records.ts';
import { createSupervisor } from './supervisor.ts';

const folder = mkdtempSync(join(tmpdir(), 'stagewright-supervisor-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines: string[] = [];
const say = (line: string) => lines.push(line);
const FOR_EVER = 'setInterval(() => {}, 1000); console.log("up");';

/** A part that really runs, and the way to end it as a crash would. */
function part(name: string, script = () => FOR_EVER) {
  const start = async () => {
    const process_ = startProcess({
      name,
      command: process.execPath,
      args: ['-e', script()],
      logFile: join(folder, `${name}.log`),
      records: folder,
    });
    await waitUntilReady(process_, () => process_.output().includes('up'));
    return { process: process_ };
  };
  const pid = () => recordedProcess(folder, name);
  const kill = () => process.kill(pid() ?? 0, 'SIGKILL');
  return { name, start, pid, kill };
}

const atOnce = (restarts: number) => () => {
  let left = restarts;
  return { afterEnd: () => (left-- > 0 ? 1 : undefined) };
};

describe('a part that is kept', () => {
  it('is started again when it ends by itself, and it is said', async () => {
    const one = part('one');
    const { keep } = createSupervisor({ say, logs: folder, policy: atOnce(5) });
    const first = await keep(one);
    one.kill();
    await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toMatch(/✓ one runs again/);
    expect(lines).toContain(
      '! one has ended by itself (signal SIGKILL): it is started again in 0.001 s',
    );
    expect(one.pid()).not.toBe(first.process.pid);
  });

  it('is tried again when its start fails, and given up with one sentence when that goes on', async () => {
    const scripts = [FOR_EVER, 'process.exit(3)', 'process.exit(3)'];
    const two = part('two', () => scripts.shift() ?? FOR_EVER);
    const { keep, givenUp } = createSupervisor({ say, logs: folder, policy: atOnce(2) });
    await keep(two);
    two.kill();
    await expect(givenUp).rejects.toThrow(
      /^two has ended .* \(at last: two ended while starting \(exit code 3\)\.\), so everything is stopped: look into .*two\.log[^\n]*start again\.$/,
    );
  });

  it('waits for what it needs, when that has ended too', async () => {
    const order: string[] = [];
    const server = part('server');
    const client = part('client');
    const noted = (one: ReturnType<typeof part>) => async () => {
      const started = await one.start();
      order.push(one.name);
      return started;
    };
    const { keep } = createSupervisor({ say, logs: folder, policy: atOnce(5) });
    const { process: first } = await keep({ name: 'server', start: noted(server) });
    await keep({ name: 'client', start: noted(client), needs: ['server'] });
    server.kill();
    await first.ended;
    client.kill();
    await expect.poll(() => order.length, { timeout: 20_000 }).toBe(4);
    expect(order).toEqual(['server', 'client', 'server', 'client']);
  });

  it('stays away when all is stopped in the middle of its restart', async () => {
    const slow = part(
      'slow',
      () => `setTimeout(() => console.log("up"), 300); ${FOR_EVER.split(';', 1)[0]}`,
    );
    const { keep } = createSupervisor({ say, logs: folder, policy: atOnce(5) });
    const { process: first } = await keep(slow);
    slow.kill();
    await first.ended;
    await expect.poll(() => slow.pid(), { timeout: 10_000 }).toBeGreaterThan(0);
    const again = slow.pid() ?? 0;
    await stopAllProcesses([]);
    expect(processIdentity(again)).toBeUndefined();
    expect(readdirSync(folder).filter((file) => file.endsWith('.json'))).toEqual([]);
  });
});
