import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  email,
  exit,
  is,
  literal,
  minutes,
  notify,
  owner,
  process,
  stage,
  task,
  wait,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const both = [exit('won', 'auto', 'won'), exit('hand', 'manual', 'won')];
const optional = { mandatory: false } as const;

describe('mandatory and optional steps', () => {
  it('E2: the stage is complete when no mandatory step is left, whatever optional steps do', () => {
    const steps = [task('a'), wait('w', minutes(90), optional), email('m', optional)];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect(deal.state.status).toBe('open');
    deal.complete('a');
    expect(deal.state.status).toBe('won');
  });

  it('E2: a mail on its way holds the stage, and a notice never does', () => {
    const steps = [notify('tell'), email('m')];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect(deal.state.status).toBe('open');
    expect(deal.effectsOf('notify')).toHaveLength(1);
    deal.send({ kind: 'mailResult', mail: deal.ref('m'), result: 'sent' });
    expect(deal.state.status).toBe('won');
  });

  it('E2: a notice whose condition errs is an incident and still does not hold the stage', () => {
    const steps = [{ ...notify('tell'), when: is('size', 1) }, task('a')];
    const drawn = process([stage('s', { steps, exits: won })], { size: 'value' });
    const deal = new Deal(drawn).start();
    expect(deal.state.incidents).toMatchObject([{ step: 'tell' }]);
    deal.complete('a');
    expect(deal.state.status).toBe('won');
    expect(deal.factsOf('IncidentResolved')).toMatchObject([{ as: 'cleared' }]);
  });

  it('E2: a `mandatory` condition is read live, and one that errs counts as mandatory', () => {
    const steps = [task('a'), task('leasing', { mandatory: is('leasing', true) })];
    const watched = { leasing: 'value' } as const;
    const erring = new Deal(process([stage('s', { steps, exits: won })], watched)).start();
    expect(erring.status('leasing')).toBe('open');
    const deal = new Deal(process([stage('s', { steps, exits: won })], watched));
    deal.start({ leasing: false });
    expect(deal.status('leasing')).toBe('offered');
    deal.set({ leasing: true });
    expect(deal.status('leasing')).toBe('open');
    expect(deal.factsOf('TaskRequested')).toMatchObject([{ step: 'leasing', by: null }]);
    deal.complete('a');
    expect(deal.state.status).toBe('open');
  });

  it('E4: an optional task is offered, without assignee and clock, and is not open', () => {
    const due = minutes(30);
    const steps = [task('a'), task('extra', { ...optional, due, policy: 'standard' })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect(deal.status('extra')).toBe('offered');
    expect(deal.effectsOf('startClock')).toEqual([]);
    expect(deal.effectsOf('openTask').at(-1)).toMatchObject({ state: 'offered' });
    deal.complete('a');
    expect(deal.state.status).toBe('won');
    expect(deal.factsOf('TaskCancelled')).toMatchObject([{ step: 'extra', why: 'stage_left' }]);
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({ as: 'cancelled' });
  });

  it('E4: a requested task holds automatic exits, gets its clock, and a manual exit recalls it', () => {
    const steps = [task('a'), task('extra', { ...optional, due: minutes(30) })];
    const deal = new Deal(process([stage('s', { steps, exits: both })])).start();
    deal.send({ kind: 'request', task: deal.ref('extra') });
    expect(deal.effectsOf('requestTask')).toMatchObject([{ key: 'request:s:extra:1:1' }]);
    expect(deal.effectsOf('startClock')).toMatchObject([{ clock: 'task:s:extra:1:1' }]);
    deal.complete('a');
    expect(deal.state.status).toBe('open');
    expect(deal.move('hand', { reasons: ['quality'] })).toEqual({ ok: true });
    expect(deal.state.status).toBe('won');
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'cancelled' }]);
  });

  it('E4: a mandatory step behind an offered one waits until Request or Not needed', () => {
    const steps = [task('extra', optional), task('behind')];
    const links = ['extra>behind'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    expect(deal.status('behind')).toBe('pending');
    expect(deal.state.status).toBe('open');
    expect(deal.complete('extra')).toMatchObject({ ok: false, code: 'not-open' });
    deal.send({ kind: 'notNeeded', task: deal.ref('extra') });
    expect(deal.state.steps['extra']).toMatchObject({ status: 'ended', port: 'done', done: false });
    expect(deal.status('behind')).toBe('open');
    expect(deal.effectsOf('closeTask')).toMatchObject([{ as: 'notNeeded' }]);
  });

  it("E4: a requested owner's task without an owner is an incident until there is one", () => {
    const steps = [task('a'), task('extra', { ...optional, assign: owner })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start({}, null);
    deal.send({ kind: 'request', task: deal.ref('extra') });
    expect(deal.state.incidents).toMatchObject([{ step: 'extra', code: 'no-owner' }]);
    deal.send({ kind: 'setOwner', owner: 'otto' });
    expect(deal.state.incidents).toEqual([]);
    expect(deal.effectsOf('requestTask')).toMatchObject([{ owner: 'otto' }]);
  });

  it('E2: a condition that is not yes or no counts as mandatory', () => {
    const steps = [task('a', { mandatory: literal(1) })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect(deal.status('a')).toBe('open');
  });
});
