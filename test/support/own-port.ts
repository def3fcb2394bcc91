import { isPortFree } from '#bin/process/free-port.ts';

/**
 * Files run at the same time, and a port that the system has just named as free can be named to another file before
 * anybody listens on it. So each worker of vitest has a thousand ports, below those that the system hands out itself.
 */
const PORTS_EACH = 1_000;
const first = 10_000 + Number(process.env['VITEST_POOL_ID'] ?? 0) * PORTS_EACH;
let next = process.pid % PORTS_EACH; // the next file of a worker begins elsewhere

/** A port of the loopback interface that nobody listens on and no other file of this run is given. */
export async function ownPort(): Promise<number> {
  for (let tried = 0; tried < PORTS_EACH; tried += 1) {
    const port = first + next;
    next = (next + 1) % PORTS_EACH;
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No port from ${first} to ${first + PORTS_EACH - 1} is free on 127.0.0.1.`);
}
