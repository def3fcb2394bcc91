import { describe, expect, it } from 'vitest';
import type { Condition } from '../../condition/condition.ts';
import { Deal } from '../../world/testing/drive.ts';
import {
  email,
  exit,
  has,
  is,
  leave,
  literal,
  minutes,
  process,
  stage,
  task,
  update,
  wait,
} from '../../world/testing/process.ts';
import { offer, ports, priced, rejected, rework, watched, won } from '../testing/offer.ts';

const roundsOf = (deal: Deal) =>
  Object.entries(deal.state.steps).map(([id, { round, status }]) => [id, round, status]);

describe('rework', () => {
  it('E13: resets target, sender and all between and behind them, in a new round', () => {
    const deal = offer();
    rejected(deal);
    expect(roundsOf(deal)).toEqual([
      ['price', 2, 'open'],
      ['sheet', 2, 'pending'],
      ['approve', 2, 'pending'],
      ['contract', 2, 'pending'],
    ]);
    expect(deal.factsOf('ReworkStarted')).toMatchObject([
      { step: 'approve', round: 1, to: 'price', link: 'approve_price', count: 1, max: 2 },
    ]);
    expect(deal.factsOf('StepReset').map(({ step, round }) => [step, round])).toEqual([
      ['price', 2],
      ['sheet', 2],
      ['approve', 2],
    ]);
    expect(deal.state.links).toEqual({});
  });

  it('E13: target and sender reopen; what is between is kept while its inputs are the same', () => {
    const deal = offer({ sheet: { inputs: ['price'] } });
    rejected(deal);
    priced(deal, 10);
    expect(deal.factsOf('StepKept').map(({ step, port }) => [step, port])).toEqual([
      ['sheet', 'done'],
    ]);
    expect(deal.status('approve')).toBe('open');
    deal.complete('approve', 'rejected');
    priced(deal, 9);
    expect(deal.status('sheet')).toBe('open');
    deal.complete('sheet');
    deal.complete('approve', 'approved');
    deal.complete('contract');
    expect(deal.state.status).toBe('won');
  });

  it('E13: `always` is done again; `never` is kept, even the target', () => {
    const always = offer({ sheet: { redo: 'always', inputs: ['price'] } });
    rejected(always);
    priced(always, 10);
    expect(always.status('sheet')).toBe('open');
    const never = offer({ price: { redo: 'never' } });
    rejected(never);
    expect(never.factsOf('StepKept').map(({ step }) => step)).toEqual(['price', 'sheet']);
    expect(never.state.values).toMatchObject({ price: 10 });
    expect(never.status('approve')).toBe('open');
  });

  it('E7, E13: outputs are hidden from conditions; what is given replaces them, the rest stays absent', () => {
    const deal = offer({ price: { outputs: ['price', 'size'] } });
    deal.complete('price', 'done', { price: 10, size: 3 });
    deal.complete('sheet');
    deal.complete('approve', 'rejected');
    expect([deal.state.values, deal.state.hidden]).toEqual([{}, { price: 10, size: 3 }]);
    priced(deal, 12);
    expect(deal.state.values).toEqual({ price: 12 });
    expect(deal.state.hidden).toBeUndefined();
  });

  it('E13: of a field kept as a flag every change counts, set or not', () => {
    const deal = offer({ price: { outputs: ['file'] }, sheet: { inputs: ['file'] } });
    const done = (isSet: Record<string, boolean>) => {
      const task = deal.ref('price');
      deal.send({ kind: 'complete', task, outcome: 'done', submission: null, values: {}, isSet });
    };
    done({ file: true });
    deal.complete('sheet');
    deal.complete('approve', 'rejected');
    expect(deal.state.isSet).toEqual({});
    done({ file: true });
    expect(deal.status('sheet')).toBe('open');
    deal.complete('sheet');
    deal.complete('approve', 'rejected');
    done({});
    expect(deal.status('sheet')).toBe('open');
  });

  it('E13: open work is recalled, timers and clocks stop, mail in flight is forgotten', () => {
    const steps = [
      task('a'),
      task('b', { due: minutes(30) }),
      wait('w', minutes(20)),
      email('m'),
      task('c', { ports: ['ok', 'back'] }),
    ];
    const links = ['a>b', 'a>w', 'a>m', 'a>c', rework('c.back>a', 3)];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    deal.complete('a');
    const [mail, task1] = [deal.ref('m'), deal.ref('b')];
    deal.complete('c', 'back');
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { step: 'b', round: 1 },
      as: 'recalled',
      why: 'rework',
    });
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'cancelled' }]);
    expect([deal.state.clocks, deal.wakeAt]).toEqual([[], undefined]);
    deal.send({ kind: 'mailResult', mail, result: 'sent' });
    expect(deal.status('m')).toBe('pending');
    deal.complete('a');
    expect(deal.effectsOf('sendMail').map(({ key }) => key)).toEqual([
      'mail:s:m:1:1',
      'mail:s:m:1:2',
    ]);
    const late = { task: task1, outcome: 'done', submission: null, values: {}, isSet: {} };
    expect(deal.send({ kind: 'complete', ...late })).toMatchObject({ code: 'stale' });
    deal.send({ kind: 'mailResult', mail, result: 'sent' });
    expect(deal.status('m')).toBe('running');
  });

  it('E13: a mail that never goes twice counts as gone from the moment it is asked for', () => {
    const mail = email('m', { redo: 'never', onlyWhile: is('size', 1) });
    const steps = [task('a'), mail, task('c', { ports: ['ok', 'back'] }), task('z')];
    const links = ['a>m', 'a>c', 'm>z', rework('c.back>a', 3)];
    const exits = [exit('again', 'manual', 's', { redo: ['a'] })];
    const drawn = process([stage('s', { steps, links, exits })], watched);
    const asked = (after: (deal: Deal) => void): Deal => {
      const deal = new Deal(drawn).start({ size: 1 });
      deal.complete('a');
      after(deal);
      deal.set({ size: 1 });
      deal.complete('a');
      return deal;
    };
    const ways = [
      asked((deal) => deal.complete('c', 'back')),
      asked((deal) => deal.move('again')),
      asked((deal) => {
        deal.set({ size: 2 });
        deal.complete('c', 'back');
      }),
    ];
    for (const deal of ways) {
      expect(deal.effectsOf('sendMail')).toHaveLength(1);
      expect([deal.status('m'), deal.status('z')]).toEqual(['ended', 'open']);
    }
  });

  it('E6, E13: a rework whose condition errs holds its step until it can be read', () => {
    const deal = offer({ when: is('size', 1) });
    rejected(deal);
    expect(deal.state.incidents).toMatchObject([{ step: 'approve', element: 'approve_price' }]);
    expect(deal.status('approve')).toBe('incident');
    deal.set({ size: 1 });
    expect([deal.status('price'), deal.state.incidents]).toEqual(['open', []]);
  });

  it('E13: a rework whose condition is false is cut, and the other links count', () => {
    const steps = [task('price'), task('approve', { ports }), task('call')];
    const back = rework('approve.rejected>price', 2, is('size', 1));
    const links = ['price>approve', 'approve.rejected>call', back];
    const drawn = process([stage('s', { steps, links, exits: won })], watched);
    const deal = new Deal(drawn).start({ size: 2 });
    deal.complete('price');
    deal.complete('approve', 'rejected');
    expect(deal.status('call')).toBe('open');
    expect(deal.factsOf('LinkCut')).toMatchObject([{ link: 'approve_price' }]);
    const again = new Deal(drawn).start({ size: 1 });
    again.complete('price');
    again.complete('approve', 'rejected');
    expect([again.status('price'), again.status('call')]).toEqual(['open', 'pending']);
  });

  it('E13: joins behind the target wait for every link anew', () => {
    const steps = [task('a'), task('b'), task('c'), task('j', { ports: ['ok', 'back'] })];
    const links = ['a>b', 'a>c', 'b>j', 'c>j', rework('j.back>b', 2)];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    for (const id of ['a', 'b', 'c']) deal.complete(id);
    deal.complete('j', 'back');
    expect(roundsOf(deal)).toEqual([
      ['a', 1, 'ended'],
      ['b', 2, 'open'],
      ['c', 1, 'ended'],
      ['j', 2, 'pending'],
    ]);
    expect(deal.state.links).toEqual({ a_b: 'live', a_c: 'live', c_j: 'live' });
    deal.complete('b');
    expect(deal.status('j')).toBe('open');
  });

  it('E13: a target that had been skipped is done, whatever its links said', () => {
    const steps = [task('a', { ports: ['x', 'y'] }), task('b'), task('c'), task('j', { ports })];
    const links = ['a.x>b', 'a.y>c', 'b>j', 'c>j', rework('j.rejected>c', 2)];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    deal.complete('a', 'x');
    deal.complete('b');
    deal.complete('j', 'rejected');
    expect([deal.status('c'), deal.status('j')]).toEqual(['open', 'pending']);
    deal.complete('c');
    deal.complete('j', 'approved');
    expect(deal.state.status).toBe('won');
  });

  it('E13: rounds of automatic steps end at the cap, within one step of the engine', () => {
    const steps = [update('u', 'size', literal(1)), task('t', { when: has('file') })];
    const links = ['u>t', rework('u>u', 5)];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    expect(deal.factsOf('ReworkStarted')).toHaveLength(5);
    expect(deal.state.incidents).toMatchObject([{ code: 'rework-cap', step: 'u' }]);
  });

  it('E13: links resolved and reset in one step of the engine are waited for again', () => {
    const steps = [update('u', 'size', literal(1)), update('v', 'price', literal(2)), task('t')];
    const links = ['u>v', 'v>t', rework('v>u', 1, has('size'))];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    expect(deal.factsOf('StepSkipped')).toEqual([]);
    expect(deal.factsOf('FieldsUpdated').map(({ step, round }) => [step, round])).toEqual([
      ['u', 1],
      ['v', 1],
      ['u', 2],
      ['v', 2],
    ]);
    expect(deal.state.incidents).toMatchObject([{ code: 'rework-cap', step: 'v' }]);
  });

  it('E13: a step whose link was live a moment ago waits again, and is not skipped', () => {
    const steps = [task('a'), update('v', 'size', literal(1)), task('t')];
    const links = ['a>v', 'v>t', rework('v>a', 1, has('size'))];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    deal.complete('a');
    expect([deal.status('a'), deal.status('v')]).toEqual(['open', 'pending']);
  });

  it('E13: what was about to begin when it was reset does not begin', () => {
    const steps = [
      task('a'),
      update('u', 'price', literal(1)),
      task('o', { mandatory: has('size') }),
    ];
    const links = ['a>u', 'a>o', rework('u>a', 1)];
    const drawn = [steps[0]!, { ...steps[1]!, when: is('size', 1) }, steps[2]!];
    const deal = new Deal(
      process([stage('s', { steps: drawn, links, exits: won })], watched),
    ).start();
    deal.complete('a');
    expect([deal.status('u'), deal.status('o')]).toEqual(['incident', 'offered']);
    deal.set({ size: 1 });
    expect(deal.factsOf('ReworkStarted')).toHaveLength(1);
    expect([deal.status('a'), deal.status('o')]).toEqual(['open', 'pending']);
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { step: 'o' },
      as: 'recalled',
    });
  });

  it('E15: rounds of rework are not progress: stages that send the deal round and round still stop', () => {
    const flip: Condition = { op: '?:', args: [is('size', 1), literal(2), literal(1)] };
    const round = (id: string, to: string) => {
      const links = [rework('u>u', 1, is('size', 1)), 'u>go'];
      return stage(id, { steps: [update('u', 'size', flip), leave('go', to)], links });
    };
    const deal = new Deal(process([round('a', 'b'), round('b', 'a')], watched)).start({ size: 2 });
    expect(deal.factsOf('StageEntered')).toHaveLength(25);
    expect(deal.state.incidents).toMatchObject([{ code: 'loop' }]);
    expect(deal.factsOf('ReworkStarted').length).toBeGreaterThan(1);
  });

  it('E13: the count of rounds begins anew with each visit', () => {
    const drawn = offer().definition.stages[0]!;
    const exits = [exit('again', 'manual', 's')];
    const deal = new Deal(process([{ ...drawn, exits }], watched)).start();
    rejected(deal);
    expect(deal.state.reworks).toEqual({ approve_price: 1 });
    deal.move('again');
    expect(deal.state.reworks).toBeUndefined();
  });
});
