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
  sessionStorage.clear();
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

  it.each(['read', 'write'])(
    'a %s is shown without what turns the direction of text',
    async (how) => {
      answers.push(Response.json({ customer: 'Ann \u202eeeL\u2066', other: 'שלום\u200f' }));
      const response = (await finish(how === 'read' ? read() : write())) as Response;
      expect(await response.json()).toEqual({ customer: 'Ann eeL', other: 'שלום\u200f' });
    },
  );

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

  const busy = (retryAfter: string) =>
    Response.json(
      { title: 'Busy', code: 'unavailable', detail: 'Try again in a moment.' },
      { status: 503, headers: { 'Retry-After': retryAfter } },
    );

  it('repeats a write under the same key while the server is busy, not before it may', async () => {
    answers.push(busy('4'));
    const outcome = apiFetch(write());
    await vi.advanceTimersByTimeAsync(3_900);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await outcome).toBeInstanceOf(Response);
    expect(sent).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
  });

  it('hands on what a server says that stays busy, and waits no longer than ten seconds for it', async () => {
    for (let count = 0; count < 9; count += 1) answers.push(busy('86400'));
    const outcome = apiFetch(write()).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5 * 10_000);
    expect(isProblem(await outcome, 'unavailable')).toBe(true);
    expect(sent).toHaveLength(6);
    expect(new Set(keys()).size).toBe(1);
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

  it.each([
    ['an error of a gateway', new Response('<h1>Bad Gateway</h1>', { status: 502 })],
    ['an error of the server', Response.json({ code: 'unexpected' }, { status: 500 })],
    ['a time-out of a proxy', new Response('', { status: 408 })],
  ])('sends a second click under the same key after %s', async (_what, answer) => {
    answers.push(answer);
    await finish(write());
    await finish(write());
    await finish(write());
    expect(keys()[1]).toBe(keys()[0]);
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  it('sends a second click under the same key after no answer at all', async () => {
    for (let count = 0; count < 6; count += 1) answers.push(new TypeError('Failed to fetch'));
    await finish(write());
    await finish(write());
    expect(new Set(keys()).size).toBe(1);
  });

  it('takes an answer that is cut in its middle for no answer', async () => {
    const cut = new ReadableStream({ start: (body) => body.error(new TypeError('cut')) });
    answers.push(new Response(cut, { status: 200 }));
    expect(await finish(write())).toBeInstanceOf(Response);
    expect(sent).toHaveLength(2);
    expect(new Set(keys()).size).toBe(1);
  });

  it('takes a new key after a refusal, and for another address', async () => {
    answers.push(Response.json({}, { status: 409 }), new Response('', { status: 502 }));
    await finish(write());
    await finish(write());
    await finish(new Request('http://localhost/api/tasks/2/claim', { method: 'POST' }));
    expect(new Set(keys()).size).toBe(3);
  });

  it('takes a new key for what replaces as a whole, since its content is another', async () => {
    const save = () => new Request('http://localhost/api/processes/A/draft', { method: 'PUT' });
    answers.push(new Response('', { status: 502 }));
    await finish(save());
    await finish(save());
    expect(new Set(keys()).size).toBe(2);
  });

  it('gives two requests at once to one address keys of their own', async () => {
    answers.push(new Response('', { status: 502 }));
    await finish(write());
    await Promise.all([finish(write()), finish(write())]);
    expect(keys()[1]).toBe(keys()[0]);
    expect(keys()[2]).not.toBe(keys()[0]);
  });

  it('says that the earlier request was carried out when a changed one is sent after it', async () => {
    const mismatch = { title: 'Used', code: 'idempotency-mismatch', detail: '', errors: [] };
    answers.push(new Response('', { status: 504 }), Response.json(mismatch, { status: 422 }));
    await finish(write());
    expect(isProblem(await finish(write()), 'done-before')).toBe(true);
    await finish(write());
    expect(keys()[2]).not.toBe(keys()[0]);
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
