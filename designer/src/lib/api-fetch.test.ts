import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { apiFetch } from './api-fetch.ts';
import { isProblem } from './problem.ts';
import { onSessionLost } from './session-lost.ts';

const answers: (Response | Error)[] = [];
let sent: Request[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  vi.stubGlobal('fetch', (request: Request) => {
    sent.push(request);
    const answer = answers.shift() ?? Response.json({ ok: true });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
});
afterEach(() => {
  answers.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const write = () =>
  new Request('http://localhost/api/tasks/1/claim', { method: 'POST', body: '{}' });
const read = () => new Request('http://localhost/api/tasks');
const keys = () => sent.map((request) => request.headers.get('Idempotency-Key'));

async function finish(request: Request): Promise<unknown> {
  const outcome = apiFetch(request).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('apiFetch', () => {
  it('marks every request and gives a key to writes alone', async () => {
    await finish(read());
    await finish(write());
    expect(sent.map((request) => request.headers.get('X-Stagewright'))).toEqual(['1', '1']);
    expect(keys()[0]).toBeNull();
    expect(keys()[1]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('repeats a write under the same key while the api does not know its outcome', async () => {
    answers.push(new Response('{}', { status: 202 }), new TypeError('Failed to fetch'));
    const response = await finish(write());
    expect(response).toBeInstanceOf(Response);
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
  });

  it('gives up after five repeats and says that it is not confirmed', async () => {
    for (let count = 0; count < 9; count += 1) answers.push(new Response('{}', { status: 202 }));
    const error = await finish(write());
    expect(isProblem(error, 'unknown')).toBe(true);
    expect(sent).toHaveLength(6);
  });

  it('does not repeat a refusal and hands on its problem document', async () => {
    const problem = { title: 'Taken', code: 'claimed', detail: 'Tomasz took it.', errors: [] };
    answers.push(Response.json(problem, { status: 409 }));
    const error = await finish(write());
    expect(isProblem(error, 'claimed')).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('turns a lost connection of a read into a problem without a repeat', async () => {
    answers.push(new TypeError('Failed to fetch'));
    expect(isProblem(await finish(read()), 'unreachable')).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('tells that the session is lost on 401, except to the question who is signed in', async () => {
    const lost = vi.fn();
    onSessionLost(lost);
    answers.push(Response.json({}, { status: 401 }), Response.json({}, { status: 401 }));
    await finish(new Request('http://localhost/api/session'));
    expect(lost).not.toHaveBeenCalled();
    await finish(read());
    expect(lost).toHaveBeenCalledOnce();
  });
});
