import { withoutTurning } from '#core/describe/plain-text.ts';
import { takeKey, type CommandKey } from './command-key.ts';
import { ProblemError, toProblem, unreachableProblem } from './problem.ts';
import { sessionLost } from './session-lost.ts';

const REPEATS = 5;
const REPEAT_AFTER_MS = 1000;
const ACCEPTED = 202;
const REQUEST_TIMEOUT = 408;
const SERVER_ERROR = 500;
const UNAVAILABLE = 503;
/** No page keeps a person waiting longer for one repeat, whatever the server asks for. */
const LONGEST_WAIT_MS = 10_000;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

function notConfirmed(): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: 'This is not confirmed yet',
    status: ACCEPTED,
    code: 'unknown',
    detail: 'It may still be done. Look again in a moment before you repeat it.',
  });
}

function doneBefore(): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: 'Your earlier request was carried out',
    status: 409,
    code: 'done-before',
    detail:
      'Its answer was lost on the way, and what you send now is different. Look at what it did, then send this again if you still want it.',
  });
}

/** The answer, read to its end, so that a connection cut in the middle of it is no answer. */
async function readWhole(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (!response.ok || response.status === 204) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.arrayBuffer(), { status, statusText, headers });
}

/** How long a busy server asks to be left alone, in milliseconds; 0 when it does not say. */
function askedFor(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0) * 1000, LONGEST_WAIT_MS) : 0;
}

type Attempt = { response: Response } | { again: number };

/** `again`: the same request is to be sent again, after so many milliseconds at least. */
async function attempt(request: Request, last: boolean): Promise<Attempt> {
  const write = request.method !== 'GET';
  try {
    const response = await (write ? readWhole(request) : fetch(request));
    if (write && response.status === ACCEPTED) return { again: 0 };
    if (write && response.status === UNAVAILABLE && !last) return { again: askedFor(response) };
    return { response };
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    if (write && !last) return { again: 0 };
    throw unreachableProblem(cause);
  }
}

async function refuse(request: Request, response: Response, repeated: boolean): Promise<never> {
  const problem = toProblem(await bodyOf(response), response.status);
  if (response.status === 401 && !new URL(request.url).pathname.endsWith('/api/session')) {
    sessionLost();
  }
  if (repeated && problem.code === 'idempotency-mismatch') throw doneBefore();
  throw new ProblemError(problem);
}

/** Sends until there is an answer; throws when there is none. Each wait is a second longer than the one before. */
async function send(request: Request): Promise<Response> {
  let asked = 0;
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    if (repeat > 0) await wait(Math.max(REPEAT_AFTER_MS * repeat, asked));
    const result = await attempt(request.clone(), repeat === REPEATS);
    if ('response' in result) return result.response;
    asked = result.again;
  }
  throw notConfirmed();
}

/** True for an answer that says what became of the command: done, or refused without a trace. */
function isDefinite({ status }: Response): boolean {
  return status < SERVER_ERROR && status !== REQUEST_TIMEOUT;
}

async function sendCommand(request: Request, { key, settle, keep }: CommandKey): Promise<Response> {
  request.headers.set('Idempotency-Key', key);
  try {
    const response = await send(request);
    if (isDefinite(response)) settle();
    else keep();
    return response;
  } catch (error) {
    keep();
    throw error;
  }
}

/** An answer whose texts cannot turn the direction of a screen: some were stored before they were refused. */
async function shown(response: Response): Promise<Response> {
  const isJson = response.headers.get('Content-Type')?.includes('json') === true;
  if (!isJson) return response;
  const { status, statusText, headers } = response;
  return new Response(withoutTurning(await response.text()), { status, statusText, headers });
}

/**
 * Sends a request to the api. A write carries an `Idempotency-Key`. It is repeated under the same key while the api
 * does not know yet (202), is busy or away (503, after Retry-After seconds), or no answer comes; five times, after
 * one second, two, three … After that, and after an error of the server
 * or of a gateway, the next request to the same address takes the same key: a second click is the same command.
 * @throws ProblemError for every refusal, and when the api cannot be reached.
 */
export async function apiFetch(request: Request): Promise<Response> {
  request.headers.set('X-Stagewright', '1');
  const command = request.method === 'GET' ? undefined : takeKey(request);
  const response = await (command ? sendCommand(request, command) : send(request));
  return response.ok ? shown(response) : refuse(request, response, command?.repeated === true);
}
