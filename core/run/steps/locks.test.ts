import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  approval,
  each,
  email,
  exit,
  is,
  leave,
  minutes,
  process,
  stage,
  task,
  wait,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const crew = { lock: 'crew' };

/** What a step of the stage asked for could not be carried out. */
function fail(deal: Deal, step: string): void {
  const failures = [{ effect: `open:s:${step}:1:1`, stage: 's', step, code: 'failed' }];
  deal.send({ kind: 'answers', answers: { clocks: [], timers: [], failures } });
}

describe('locks', () => {
  it('steps with the same lock are under way one at a time, whoever waits longest first', () => {
    const steps = [task('a', crew), task('x'), email('m', crew), task('b', crew), task('c', crew)];
    const links = ['x>b', 'a>c'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    expect([deal.status('a'), deal.status('m')]).toEqual(['open', 'pending']);
    deal.complete('x');
    expect(deal.factsOf('LockAwaited').map(({ step, holder }) => [step, holder])).toEqual([
      ['m', 'a'],
      ['b', 'a'],
    ]);
    deal.complete('a');
    expect([deal.status('m'), deal.status('b'), deal.status('c')]).toEqual([
      'running',
      'pending',
      'pending',
    ]);
    deal.send({ kind: 'mailResult', mail: deal.ref('m'), result: 'sent' });
    expect([deal.status('b'), deal.status('c')]).toEqual(['open', 'pending']);
    expect(deal.state.steps['b']).not.toHaveProperty('locked');
    deal.complete('b');
    deal.complete('c');
    expect(deal.state.status).toBe('won');
  });

  it('a wait that had to wait for its lock has its timer, and is no reached `leave` step', () => {
    const steps = [task('a', crew), { ...wait('w', minutes(5)), ...crew }];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    deal.complete('a');
    expect(deal.state.steps['w']).toMatchObject({ status: 'waiting', timerAt: expect.any(Number) });
    deal.pass(5 * 60_000);
    expect(deal.state.status).toBe('won');
  });

  it('an offer takes no lock; asked for, it waits for it', () => {
    const steps = [task('o', { ...crew, mandatory: false }), task('a', crew)];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect([deal.status('o'), deal.status('a')]).toEqual(['offered', 'open']);
    deal.send({ kind: 'request', task: deal.ref('o') });
    expect(deal.state.steps['o']).toMatchObject({ status: 'pending', locked: true });
    deal.complete('a');
    expect(deal.status('o')).toBe('open');
    deal.complete('o');
    expect(deal.state.status).toBe('won');
  });

  it('what waits for a lock is an unmet item, and is left behind with its stage', () => {
    const steps = [task('a', crew), task('b', crew), task('o', { ...crew, mandatory: false })];
    const end = stage('end', { steps: [task('z', crew)], exits: won });
    const exits = [exit('go', 'manual', 'end', { ungated: true })];
    const gated = exit('gated', 'manual', 'end');
    const drawn = process([stage('s', { steps, exits: [...exits, gated] }), end]);
    const deal = new Deal(drawn).start();
    deal.send({ kind: 'request', task: deal.ref('o') });
    expect(deal.move('gated')).toMatchObject({
      unmet: [{ step: 'a' }, { step: 'b', status: 'pending' }],
    });
    deal.move('go');
    expect(deal.status('z')).toBe('open');
    expect(deal.effectsOf('closeTask').map(({ task: { step }, as }) => [step, as])).toEqual([
      ['a', 'waived'],
      ['o', 'cancelled'],
    ]);
  });

  it('E9: a reached `leave` step holds no lock: its gate may ask for those who wait', () => {
    const steps = [{ ...leave('go', 'won'), ...crew }, task('a', crew)];
    const deal = new Deal(process([stage('s', { steps })])).start();
    expect([deal.status('go'), deal.status('a')]).toEqual(['waiting', 'open']);
    deal.complete('a');
    expect(deal.state.status).toBe('won');
  });

  it('an offer that could not be made holds no lock either', () => {
    const steps = [task('o', { ...crew, mandatory: false }), task('t'), task('a', crew)];
    const deal = new Deal(process([stage('s', { steps, links: ['t>a'], exits: won })])).start();
    fail(deal, 'o');
    expect(deal.status('o')).toBe('incident');
    deal.complete('t');
    expect(deal.status('a')).toBe('open');
  });

  it('E4: an optional approval or each is an offer too, and takes no lock', () => {
    for (const drawn of [approval, each]) {
      const steps = [task('a', crew), drawn('o', { ...crew, mandatory: false })];
      const deal = new Deal(process([stage('s', { steps, exits: won })], { list: 'value' }));
      deal.start({ list: ['x'] });
      expect([deal.status('a'), deal.status('o')]).toEqual(['open', 'offered']);
      deal.send({ kind: 'request', task: deal.ref('o') });
      expect(deal.state.steps['o']).toMatchObject({ status: 'pending', locked: true });
      deal.complete('a');
      expect(deal.status('o')).toBe('open');
    }
  });

  it('an offer that could not be made holds no lock, of an approval or once it is mandatory', () => {
    for (const drawn of [task, approval]) {
      const offer = drawn('o', { ...crew, mandatory: is('f', true) });
      const steps = [offer, task('a', crew), task('b', crew)];
      const deal = new Deal(process([stage('s', { steps, exits: won })], { f: 'value' }));
      deal.start({ f: false });
      fail(deal, 'o');
      expect([deal.status('o'), deal.status('a')]).toEqual(['incident', 'open']);
      deal.set({ f: true });
      deal.complete('a');
      expect(deal.status('b')).toBe('open');
    }
  });

  it('a step that has begun keeps its lock in an incident, though it is not mandatory any more', () => {
    const steps = [task('a', { ...crew, mandatory: is('f', true) }), task('b', crew)];
    const deal = new Deal(process([stage('s', { steps, exits: won })], { f: 'value' }));
    deal.start({ f: true });
    fail(deal, 'a');
    deal.set({ f: false });
    expect([deal.status('a'), deal.status('b')]).toEqual(['incident', 'pending']);
    const { id: incident } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident, choice: 'skip', reason: 'sub1' });
    expect(deal.status('b')).toBe('open');
  });

  it('E6: a step whose condition cannot be read holds no lock', () => {
    const steps = [task('b', { ...crew, when: is('f', true) }), task('a', crew)];
    const drawn = process([stage('s', { steps, exits: won })], { f: 'value' });
    const deal = new Deal(drawn).start();
    expect([deal.status('b'), deal.status('a')]).toEqual(['incident', 'open']);
    deal.set({ f: true });
    expect(deal.state.steps['b']).toMatchObject({ status: 'pending', locked: true });
    deal.complete('a');
    expect(deal.status('b')).toBe('open');
  });

  it('a step that is stepped over at its turn leaves the lock to the next', () => {
    const only = { ...crew, onlyWhile: is('f', true) };
    const steps = [task('a', crew), task('b', only), task('c', crew)];
    const drawn = process([stage('s', { steps, exits: won })], { f: 'value' });
    const deal = new Deal(drawn).start({ f: true });
    deal.set({ f: false });
    deal.complete('a');
    expect([deal.status('b'), deal.status('c')]).toEqual(['ended', 'open']);
  });
});
