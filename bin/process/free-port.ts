import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname } from 'node:path';
import { z } from 'zod';

const LOOPBACK = '127.0.0.1';
const ports = z.record(z.string(), z.int());

/** Whether this machine lets us listen on the port now. Port 0 asks for any. Answers the port, or undefined. */
function tryPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => settle(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/** Whether `port` on `host` can be listened on. (Some systems allow a second listener on a narrower address: hence both questions.) */
export async function isPortFree(port: number, host = LOOPBACK): Promise<boolean> {
  return !(await accepts(host, port)) && (await tryPort(port, host)) !== undefined;
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort(): Promise<number> {
  const port = await tryPort(0, LOOPBACK);
  if (port === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
  return port;
}

/** Whether something accepts connections at `host:port`. */
export function accepts(host: string, port: number, withinMs = 1000): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ host, port, timeout: withinMs });
    const done = (answer: boolean) => {
      socket.destroy();
      settle(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
    socket.once('timeout', () => done(false));
  });
}

/**
 * The port of an inner server: the one it had last time (so that addresses survive a restart), unless somebody
 * else sits there now; then another free one, which is remembered in `file`.
 */
export async function rememberedPort(file: string, name: string): Promise<number> {
  const last = lastPort(file, name);
  if (last !== undefined && (await isPortFree(last))) return last;
  const port = await freePort();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...readPorts(file), [name]: port }, null, 2));
  return port;
}

/** The port that an inner server had last time; undefined when it never had one. */
export function lastPort(file: string, name: string): number | undefined {
  return readPorts(file)[name];
}

function readPorts(file: string): Record<string, number> {
  try {
    return ports.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
