import { ProblemError, toProblem, unreachableProblem } from './problem.ts';
import { sessionLost } from './session-lost.ts';

const REPEATS = 5;
const REPEAT_AFTER_MS = 1000;

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
    status: 202,
    code: 'unknown',
    detail: 'It may still be done. Look again in a moment before you repeat it.',
  });
}

/** Undefined when the same request is to be sent again: not committed yet, or no answer came. */
async function attempt(request: Request, last: boolean): Promise<Response | undefined> {
  const write = request.method !== 'GET';
  try {
    const response = await fetch(request);
    return write && response.status === 202 ? undefined : response;
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    if (write && !last) return undefined;
    throw unreachableProblem(cause);
  }
}

async function refuse(request: Request, response: Response): Promise<never> {
  const problem = toProblem(await bodyOf(response), response.status);
  if (response.status === 401 && !new URL(request.url).pathname.endsWith('/api/session')) {
    sessionLost();
  }
  throw new ProblemError(problem);
}

/**
 * Sends a request to the api. A write carries an `Idempotency-Key`, and is repeated under the same
 * key while the api does not know yet (202) or no answer comes; five times, a second apart.
 * @throws ProblemError for every refusal, and when the api cannot be reached.
 */
export async function apiFetch(request: Request, idempotencyKey?: string): Promise<Response> {
  request.headers.set('X-Stagewright', '1');
  if (request.method !== 'GET') {
    request.headers.set('Idempotency-Key', idempotencyKey ?? crypto.randomUUID());
  }
  for (let repeat = 0; repeat <= REPEATS; repeat += 1) {
    if (repeat > 0) await wait(REPEAT_AFTER_MS);
    const response = await attempt(request.clone(), repeat === REPEATS);
    if (response?.ok === true) return response;
    if (response) return refuse(request, response);
  }
  throw notConfirmed();
}
