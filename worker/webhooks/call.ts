import type { LookupAddress } from 'node:dns';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressFor, RefusedAddress } from './public-address.ts';

/** `later` may be tried again; `refused` never will be accepted: the code says why. */
export type Called =
  | { result: 'delivered'; status: number }
  | { result: 'refused'; why: string; status?: number }
  | { result: 'later'; why: string; status?: number };

interface Call {
  url: string;
  headers: Record<string, string>;
  body: string;
  allowPrivate: boolean;
  /** How long looking up the name, connecting and waiting for the status may take together. */
  withinMs: number;
}

/** Statuses of a receiver that asks for patience, though they begin with 4. */
const patience = new Set([408, 425, 429]);

/** Posts a body once, to an address that was looked at; a redirect is not followed. */
export async function call(given: Call): Promise<Called> {
  const signal = AbortSignal.timeout(given.withinMs);
  try {
    const url = new URL(given.url);
    const address = await unlessAborted(addressFor(url, given.allowPrivate), signal);
    return verdict(await post(url, address, given, signal));
  } catch (error) {
    if (error instanceof RefusedAddress) return { result: 'refused', why: 'address' };
    if (error instanceof TypeError) return { result: 'refused', why: 'address' };
    return { result: 'later', why: signal.aborted ? 'time-out' : codeOf(error) };
  }
}

/** What is promised, or the end of the signal: a name server that is silent cannot be told to stop. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    promised.then(resolve, reject);
  });
}

function verdict(status: number): Called {
  if (status >= 200 && status < 300) return { result: 'delivered', status };
  if (status >= 300 && status < 400) return { result: 'refused', why: 'redirect', status };
  if (status >= 400 && status < 500 && !patience.has(status))
    return { result: 'refused', why: `refused:${status}`, status };
  return { result: 'later', why: `status:${status}`, status };
}

/** The code of a network error; its message may hold the address. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unreachable';
}

/** Posts to this address under the URL's name, and answers the status. Exported so that a test can hold it to that. */
export function post(
  url: URL,
  address: LookupAddress,
  { headers, body }: Pick<Call, 'headers' | 'body'>,
  signal: AbortSignal,
): Promise<number> {
  const request = url.protocol === 'https:' ? https : http;
  const options = {
    method: 'POST',
    agent: false as const,
    lookup: always(address),
    signal,
    headers: {
      ...headers,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Stagewright',
    },
  };
  return new Promise((resolve, reject) => {
    const call = request(url, options, (response) => {
      resolve(response.statusCode ?? 0);
      // What it says besides is of no use, however long it is.
      response.destroy();
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** The name is not asked for again: its answer could be another one by now. */
function always({ address, family }: LookupAddress): LookupFunction {
  return (_name, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}
