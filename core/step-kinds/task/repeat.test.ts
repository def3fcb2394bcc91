import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  exit,
  is,
  link,
  minutes,
  owner,
  process,
  stage,
  task,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const repeat = { on: ['none'], max: 3, every: minutes(30) };
const call = task('call', { ports: ['reached', 'none'], repeat, due: minutes(10) });
const half = 30 * 60_000;

function calling(...links: (string | ReturnType<typeof link>)[]): Deal {
  const steps = [call, task('mail'), task('next')];
  const stages = [stage('s', { steps, links: ['call.reached>next', ...links], exits: won })];
  return new Deal(process(stages, { tier: 'value' })).start();
}

describe('repeated tasks', () => {
  it('an attempt that did not do opens the next after a while, with its own row and clock', () => {
    const deal = calling();
    deal.complete('call', 'none');
    expect(deal.state.steps['call']).toMatchObject({ status: 'waiting', attempt: 2 });
    expect(deal.wakeAt).toBe(deal.now + half);
    deal.pass(half);
    expect(deal.status('call')).toBe('open');
    const opened = deal.effectsOf('openTask').filter(({ task: { step } }) => step === 'call');
    expect(opened.map(({ key, task: { item } }) => [key, item])).toEqual([
      ['open:s:call:1:1', undefined],
      ['open:s:call:1:1:2', '2'],
    ]);
    expect(deal.effectsOf('startClock').map(({ clock }) => clock)).toEqual([
      'task:s:call:1:1',
      'task:s:call:1:1:2',
    ]);
    deal.complete('call', 'reached');
    expect(deal.effectsOf('closeTask').map(({ key }) => key)).toEqual([
      'close:s:call:1:1',
      'close:s:call:1:1:2',
    ]);
    expect(
      deal.factsOf('AttemptEnded').map(({ item, outcome, next }) => [item, outcome, next]),
    ).toEqual([
      [undefined, 'none', true],
      ['2', 'reached', false],
    ]);
    expect(deal.state.steps['call']).toMatchObject({ port: 'reached', done: true });
    expect(deal.state.clocks).toEqual([]);
  });

  it('E24: after holds an attempt is waited for under a key that was never used', () => {
    const deal = calling();
    for (const _ of [1, 2, 3]) {
      deal.hold(half);
      deal.send({ kind: 'resume' });
      if (deal.status('call') === 'open') deal.complete('call', 'none');
    }
    const keys = deal.effectsOf('startTimer').map(({ key }) => key);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
    expect(keys.every((key) => key.startsWith('timer:s:call:1:1:2'))).toBe(true);
  });

  it('the last attempt ends the step, whatever its outcome', () => {
    const deal = calling();
    for (const attempt of [1, 2, 3]) {
      deal.complete('call', 'none');
      expect(deal.wakeAt).toBe(attempt < 3 ? deal.now + half : undefined);
      deal.pass(half);
    }
    expect(deal.state.steps['call']).toMatchObject({ status: 'ended', port: 'none' });
    expect(deal.status('next')).toBe('skipped');
  });

  it('port `each` is live from the end of the first attempt, once', () => {
    const deal = calling('call.each>mail');
    expect(deal.status('mail')).toBe('pending');
    deal.complete('call', 'none');
    expect(deal.status('mail')).toBe('open');
    deal.complete('mail');
    deal.pass(half);
    deal.complete('call', 'reached');
    expect(deal.effectsOf('openTask').filter(({ task: { step } }) => step === 'mail')).toHaveLength(
      1,
    );
    const atOnce = calling('call.each>mail');
    atOnce.complete('call', 'reached');
    expect([atOnce.status('mail'), atOnce.status('next')]).toEqual(['open', 'open']);
  });

  it('E6: a condition on a link at port `each` is read once, at the end of the first attempt', () => {
    const deal = calling(link('call.each>mail', is('tier', 'a')));
    deal.set({ tier: 'b' });
    deal.complete('call', 'none');
    expect(deal.status('mail')).toBe('skipped');
    deal.pass(half);
    deal.complete('call', 'reached');
    expect(deal.factsOf('LinkCut')).toHaveLength(1);
    expect(deal.status('mail')).toBe('skipped');
  });

  it('E1: port `each` is dead when the task is stepped over', () => {
    const deal = calling('call.each>mail');
    deal.send({ kind: 'waive', task: deal.ref('call'), reason: 'why' });
    expect([deal.status('mail'), deal.status('next')]).toEqual(['skipped', 'open']);
  });

  it('E6: a link at port `each` that errs is one incident, and goes on when it can be read', () => {
    const deal = calling(link('call.each>mail', is('tier', 'a')));
    deal.complete('call', 'none');
    deal.pass(half);
    deal.complete('call', 'reached');
    expect(deal.state.incidents).toMatchObject([{ element: 'call_mail' }]);
    deal.set({ tier: 'a' });
    expect(deal.status('mail')).toBe('open');
  });

  it('E17: between attempts a person may end the step by a port', () => {
    const deal = calling();
    deal.complete('call', 'none');
    const wait = deal.ref('call');
    deal.send({ kind: 'endWait', wait, port: 'reached', reason: 'why' });
    expect(deal.state.steps['call']).toMatchObject({ status: 'ended', port: 'reached' });
    expect(deal.wakeAt).toBeUndefined();
    expect(deal.status('next')).toBe('open');
  });

  it('E24: a command on an attempt that is over is stale', () => {
    const deal = calling();
    const first = deal.ref('call');
    deal.complete('call', 'none');
    deal.pass(half);
    const again = { task: first, outcome: 'none', submission: null, values: {}, isSet: {} };
    expect(deal.send({ kind: 'complete', ...again })).toMatchObject({ code: 'stale' });
    expect(deal.status('call')).toBe('open');
  });

  it('a new owner gets the attempt at hand', () => {
    const steps = [task('call', { ports: ['reached', 'none'], repeat, assign: owner })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    deal.complete('call', 'none');
    deal.pass(half);
    deal.send({ kind: 'setOwner', owner: 'otto' });
    expect(deal.effectsOf('assignTask')).toMatchObject([{ task: { item: '2' }, owner: 'otto' }]);
  });
});
