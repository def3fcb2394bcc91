import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remedies } from '#api/problem/remedies.ts';
import { openWorld, problemOf, runningDeal, type World } from './api-world.ts';

let world: World;
let deal: string;

beforeAll(async () => {
  world = await openWorld();
  deal = await runningDeal(world);
});
afterAll(() => world?.stop());

const wait = { stage: 'prepare', visit: 1, round: 1, port: 'timeout', reason: 'It is a test.' };

describe('a refusal of what a run is asked', () => {
  it.each([
    ['move', { stage: 'prepare', visit: 1, exit: 'sideways' }, 'unknown-exit', 'exit', 'sideways'],
    ['move', { stage: 'nowhere', visit: 1, exit: 'next' }, 'not-found', 'stage', 'nowhere'],
    ['continue', { stage: 'prepare', visit: 7 }, 'stale', 'visit', 7],
  ])('names the part of the request, its value and what to do: %s %j', async (...each) => {
    const [what, sent, code, path, value] = each;
    const answer = await world.as.sam.request('POST', `/deals/${deal}/${what}`, { body: sent });
    expect(answer.body).toMatchObject({ code, errors: [{ path, value }] });
    expect(answer.body).toMatchObject({ remedy: remedies[code as keyof typeof remedies] });
  });

  it.each([
    ['move', { stage: 'prepare', visit: 1, exit: 'x'.repeat(201) }, 'exit'],
    ['move', { stage: 'prepare', visit: 1, exit: 'next', redo: ['x'.repeat(201)] }, 'redo.0'],
    ['move', { stage: 'prepare', visit: 1, exit: 'next', reasons: ['x'.repeat(201)] }, 'reasons.0'],
    ['waits/call/end', { ...wait, port: 'x'.repeat(201) }, 'port'],
    ['waits/call/end', { ...wait, stage: 'x'.repeat(201) }, 'stage'],
    ['reopen', { stage: 'x'.repeat(201), reason: 'It is a test.' }, 'stage'],
  ])('keeps an id without end out of a run: %s', async (what, body, path) => {
    const answer = await world.as.sam.request('POST', `/deals/${deal}/${what}`, { body });
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'invalid-input', paths: [path] });
  });
});
