import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  email,
  exit,
  has,
  is,
  link,
  literal,
  minutes,
  process,
  stage,
  task,
  wait,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const watched = { tier: 'value', size: 'value' } as const;
const join = (need: number, late: 'ignore' | 'cancel' = 'ignore') => ({ join: { need, late } });

describe('joins', () => {
  it('E5: a step that joins any starts with the first live link, and late ones still block', () => {
    const steps = [task('a'), task('b'), task('j', join(1))];
    const drawn = process([stage('s', { steps, links: ['a>j', 'b>j'], exits: won })]);
    const deal = new Deal(drawn).start();
    deal.complete('a');
    expect([deal.status('j'), deal.status('b')]).toEqual(['open', 'open']);
    deal.complete('j');
    expect(deal.state.status).toBe('open');
    const opened = deal.effectsOf('openTask').length;
    deal.complete('b');
    expect(deal.effectsOf('openTask')).toHaveLength(opened);
    expect(deal.state.status).toBe('won');
  });

  it('E5: k of n starts with the k-th live link', () => {
    const steps = [task('a'), task('b'), task('c'), task('j', join(2))];
    const links = ['a>j', 'b>j', 'c>j'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    deal.complete('c');
    expect(deal.status('j')).toBe('pending');
    deal.complete('a');
    expect(deal.status('j')).toBe('open');
  });

  it('E5: too few that can still become live skip the step, with that reason', () => {
    const ports = ['yes', 'no'];
    const steps = ['a', 'b', 'c'].map((id) => task(id, { ports }));
    const links = ['a.yes>j', 'b.yes>j', 'c.yes>j', 'j>z'];
    const all = [...steps, task('j', join(2)), task('z')];
    const deal = new Deal(process([stage('s', { steps: all, links, exits: won })])).start();
    deal.complete('a', 'no');
    expect(deal.status('j')).toBe('pending');
    deal.complete('b', 'no');
    expect(deal.factsOf('StepSkipped').map(({ step, why }) => [step, why])).toEqual([
      ['j', 'join'],
      ['z', undefined],
    ]);
    deal.complete('c', 'yes');
    expect(deal.state.status).toBe('won');
  });

  it('E5: cancel stops what leads only to the join: tasks, clocks, timers and what lies between', () => {
    const a = task('a');
    const b = task('b', { due: minutes(60) });
    const steps = [a, b, wait('w', minutes(600)), task('b2'), email('m'), task('side')];
    const links = ['a>j', 'b>b2', 'b2>j', 'w>j', 'm>j', 'b>side'];
    const lone = [...steps, task('free'), task('j', join(1, 'cancel'))];
    const deal = new Deal(process([stage('s', { steps: lone, links, exits: won })])).start();
    deal.complete('a');
    const stopped = ['w', 'b2', 'm'];
    expect(deal.factsOf('StepCancelled').map(({ step, why }) => [step, why])).toEqual(
      stopped.map((step) => [step, 'join']),
    );
    expect(stopped.map((id) => deal.status(id))).toEqual(stopped.map(() => 'cancelled'));
    expect([deal.status('b'), deal.status('free')]).toEqual(['open', 'open']);
    expect(deal.effectsOf('stopClock')).toEqual([]);
    deal.complete('j');
    deal.complete('free');
    deal.complete('b');
    expect(deal.status('side')).toBe('open');
    const mail = { ...deal.ref('m'), step: 'm' };
    deal.send({ kind: 'mailResult', mail, result: 'sent' });
    expect(deal.status('m')).toBe('cancelled');
    deal.complete('side');
    expect(deal.state.status).toBe('won');
  });

  it('E5: a cancelled task is closed with its clock, and cannot be completed any more', () => {
    const steps = [task('a'), task('b', { due: minutes(60) }), task('j', join(1, 'cancel'))];
    const links = ['a>j', 'b>j'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    deal.complete('a');
    expect(deal.effectsOf('closeTask')).toMatchObject([
      { task: { step: 'a' }, as: 'done' },
      { task: { step: 'b' }, as: 'cancelled', why: 'join' },
    ]);
    expect(deal.effectsOf('stopClock')).toMatchObject([{ clock: 'task:s:b:1:1', as: 'cancelled' }]);
    expect(deal.complete('b')).toMatchObject({ code: 'not-open' });
    deal.complete('j');
    expect(deal.state.status).toBe('won');
  });

  it('E5: a link that errs is dropped once its join has begun without it', () => {
    const steps = [task('a'), task('b'), task('j', join(1))];
    const links = [link('a>j', is('tier', 'a')), link('b>j')];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    deal.complete('a');
    expect(deal.state.incidents).toMatchObject([{ element: 'a_j', code: 'absent' }]);
    deal.complete('b');
    expect(deal.state.incidents).toEqual([]);
    expect(deal.state.links).toEqual({ a_j: 'dead', b_j: 'live' });
    expect(deal.status('j')).toBe('open');
  });

  it('E1: a join that is stepped over ends by its pass port', () => {
    const steps = [
      task('a'),
      task('b'),
      task('j', { ...join(1), when: literal(false) }),
      task('z'),
    ];
    const links = ['a>j', 'b>j', link('j.done>z', has('size'))];
    const drawn = process([stage('s', { steps, links, exits: won })], watched);
    const deal = new Deal(drawn).start({ size: 1 });
    deal.complete('a');
    expect([deal.status('j'), deal.status('z')]).toEqual(['ended', 'open']);
  });
});
