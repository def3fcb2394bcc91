import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  approval,
  assignDeal,
  assignTask,
  branch,
  each,
  email,
  exit,
  has,
  is,
  link,
  minutes,
  owner,
  process,
  stage,
  task,
  technical,
  update,
  wait,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const watched = { tier: 'value', size: 'value', phone: 'isSet' } as const;
const closed = { kind: 'department', department: 'closed' } as const;

describe('incidents', () => {
  it('E6: a step condition that errs stops the step alone, and is read again at a watched change', () => {
    const steps = [task('a', { when: is('tier', 'a') }), task('b')];
    const deal = new Deal(process([stage('s', { steps, exits: won })], watched)).start();
    expect(deal.state.incidents).toMatchObject([{ step: 'a', at: 'when', code: 'absent' }]);
    expect(deal.effectsOf('openIncident')).toMatchObject([{ choices: ['retry', 'skip'] }]);
    expect(deal.status('b')).toBe('open');
    const before = deal.facts.length;
    deal.set({ size: 3 });
    expect(deal.facts.slice(before).map((fact) => fact.type)).toEqual(['FieldsSet']);
    deal.set({ tier: 'a' });
    expect(deal.status('a')).toBe('open');
    expect(deal.factsOf('IncidentResolved')).toMatchObject([{ as: 'cleared', by: null }]);
  });

  it('E6: step conditions are read once, when their turn comes', () => {
    const steps = [task('a', { when: is('tier', 'a') }), task('b')];
    const deal = new Deal(process([stage('s', { steps, exits: won })], watched));
    deal.start({ tier: 'b' });
    deal.set({ tier: 'a' });
    expect(deal.status('a')).toBe('ended');
  });

  it('E6: a branch that erred is retried itself; its own condition has been read and stays read', () => {
    const which = branch('which', [{ port: 'big', when: is('tier', 'a') }]);
    const steps = [{ ...which, when: is('size', 1) }, task('b')];
    const links = ['which.big>b'];
    const drawn = process([stage('s', { steps, links, exits: won })], watched);
    const deal = new Deal(drawn).start({ size: 1 });
    expect(deal.state.incidents).toMatchObject([{ step: 'which', at: 'work' }]);
    deal.set({ size: 2, tier: 'a' });
    expect(deal.state.steps['which']).toMatchObject({ port: 'big', done: true });
    expect(deal.status('b')).toBe('open');
  });

  it('E7: an absent value is an incident of the branch that reads it, never the default', () => {
    const steps = [branch('which', [{ port: 'big', when: is('tier', 'a') }]), task('call')];
    const links = ['which.otherwise>call'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    expect(deal.status('which')).toBe('incident');
    expect(deal.status('call')).toBe('pending');
    deal.set({ tier: 'b' });
    expect(deal.status('call')).toBe('open');
  });

  it('E7: `is set` accepts an absent value, and knows personal fields by their flag', () => {
    const steps = [task('letter', { when: has('phone') })];
    const deal = new Deal(process([stage('s', { steps, exits: won })], watched)).start();
    expect(deal.state.status).toBe('won');
    const other = new Deal(process([stage('s', { steps, exits: won })], watched));
    other.send({ kind: 'start', owner: 'olga', values: {}, isSet: { phone: true } });
    expect(other.status('letter')).toBe('open');
  });

  it('E6: a link that errs waits as an incident without skip, and goes on when it can be read', () => {
    const steps = [task('a'), task('b')];
    const links = [link('a>b', is('tier', 'a'))];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    deal.complete('a');
    const { id } = deal.state.incidents[0]!;
    expect(deal.state.incidents).toMatchObject([{ step: 'b', element: 'a_b' }]);
    expect(deal.state.status).toBe('open');
    const skip = { kind: 'resolveIncident', incident: id, choice: 'skip', reason: null } as const;
    expect(deal.send(skip)).toMatchObject({ ok: false, code: 'unknown-outcome' });
    deal.set({ tier: 'a' });
    expect(deal.status('b')).toBe('open');
  });

  it('E6: an exit condition that errs ends the search until it can be read', () => {
    const exits = [
      exit('big', 'auto', 's2', { when: is('tier', 'a') }),
      exit('won', 'auto', 'won'),
    ];
    const stages = [stage('s', { exits }), stage('s2', { steps: [task('b')], exits: won })];
    const deal = new Deal(process(stages, watched)).start();
    expect(deal.state).toMatchObject({ status: 'open', stage: 's' });
    expect(deal.state.incidents).toMatchObject([{ element: 'big', code: 'absent' }]);
    deal.set({ size: 1 });
    expect(deal.factsOf('IncidentOpened')).toHaveLength(1);
    deal.set({ tier: 'b' });
    expect(deal.state.status).toBe('won');
  });

  it('E6: an `update` that errs sets nothing, and an operator can step over it', () => {
    const steps = [update('copy', 'size', { op: 'field', args: ['tier'] }), task('b')];
    const deal = new Deal(process([stage('s', { steps, links: ['copy>b'] })], watched)).start();
    const { id } = deal.state.incidents[0]!;
    expect(deal.effectsOf('setValues')).toEqual([]);
    deal.send({ kind: 'resolveIncident', incident: id, choice: 'skip', reason: 'sub1' });
    expect(deal.factsOf('StepSteppedOver')).toMatchObject([
      { step: 'copy', why: 'operator', by: 'anna', reason: 'sub1' },
    ]);
    expect(deal.status('b')).toBe('open');
  });

  it("an owner's task without an owner is an incident that a new owner or another assignee ends", () => {
    const steps = [task('a', { assign: owner }), task('b', { assign: owner }), task('c')];
    const drawn = [...steps, assignTask('hand', 'b', technical)];
    const definition = process([stage('s', { steps: drawn, links: ['c>hand'], exits: won })]);
    const deal = new Deal(definition).start({}, null);
    expect(deal.state.incidents.map((i) => i.code)).toEqual(['no-owner', 'no-owner']);
    deal.complete('c');
    expect([deal.status('a'), deal.status('b')]).toEqual(['incident', 'open']);
    deal.send({ kind: 'setOwner', owner: 'otto' });
    expect(deal.status('a')).toBe('open');
    expect(deal.effectsOf('openTask').at(-1)).toMatchObject({ owner: 'otto' });
  });

  it('E6: a case that can be read, and leads to an owner whom the deal lacks, waits for the owner', () => {
    const cases = { assignCases: [{ when: is('tier', 'a'), to: technical }] };
    const over = { kind: 'list', field: 'size' } as const;
    const upTo = { field: 'size', max: 5 };
    const approvers = [{ id: 'a', to: owner, count: 1, upTo }];
    for (const step of [
      task('a', { assign: owner, ...cases }),
      each('a', { assign: owner, over, ...cases }),
      approval('a', { approvers }),
    ]) {
      const deal = new Deal(process([stage('s', { steps: [step], exits: won })], watched));
      deal.start(step.kind === 'each' ? { size: ['x'] } : {}, null);
      expect(deal.state.incidents).toMatchObject([{ step: 'a', at: 'work', code: 'absent' }]);
      deal.set(step.kind === 'approval' ? { size: 1 } : { tier: 'b' });
      expect(deal.state.incidents).toMatchObject([{ step: 'a', at: 'work', code: 'no-owner' }]);
      deal.send({ kind: 'setOwner', owner: 'otto' });
      expect(deal.status('a')).toBe('open');
      expect(deal.state.incidents).toEqual([]);
    }
  });

  it('E6: where a case could not be read, an assign step says who gets the task', () => {
    const cases = { assignCases: [{ when: is('tier', 'a'), to: technical }] };
    const steps = [task('a', cases), task('b'), assignTask('hand', 'a', technical)];
    const deal = new Deal(process([stage('s', { steps, links: ['b>hand'], exits: won })], watched));
    deal.start();
    expect(deal.status('a')).toBe('incident');
    deal.complete('b');
    expect(deal.status('a')).toBe('open');
    expect(deal.state.incidents).toEqual([]);
  });

  it('E22: an assign step whose department has no lead is an incident, and its retry asks again', () => {
    const steps = [assignDeal('give', closed), task('b')];
    const definition = process([stage('s', { steps, links: ['give>b'], exits: won })]);
    const world = { leads: null as string | null };
    const deal = new Deal(definition, {
      calendar: () => {
        throw new Error('no calendar is asked for');
      },
      departmentLead: () => world.leads,
      deciders: () => 0,
      assignee: () => {
        throw new Error('nobody is asked for');
      },
    }).start();
    expect(deal.state.incidents).toMatchObject([{ step: 'give', at: 'effect', code: 'no-lead' }]);
    world.leads = 'lena';
    const { id } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident: id, choice: 'retry', reason: null });
    expect(deal.effectsOf('setOwner').map((effect) => effect.key)).toEqual([
      'owner:s:give:1:1',
      'owner:s:give:1:1:i1',
    ]);
    expect(deal.state.owner).toBe('lena');
    expect(deal.status('b')).toBe('open');
  });

  it('E22: a clock without working time is an incident of the clock, and the task goes on', () => {
    const steps = [task('a', { assign: closed, due: { n: 1, unit: 'bh' } })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect(deal.state.incidents).toMatchObject([
      { clock: 'task:s:a:1:1', code: 'no-working-time' },
    ]);
    expect(deal.status('a')).toBe('open');
    const { id } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident: id, choice: 'retry', reason: null });
    expect(deal.effectsOf('startClock').map((effect) => effect.cycle)).toEqual([1, 2]);
    const again = deal.state.incidents[0]!.id;
    deal.send({ kind: 'resolveIncident', incident: again, choice: 'skip', reason: null });
    expect(deal.state.clocks).toMatchObject([{ id: 'task:s:a:1:1', idle: true }]);
    deal.complete('a');
    expect(deal.state.status).toBe('won');
  });

  it('a mail that could not be planned is stepped over or asked for again, never twice', () => {
    const steps = [email('m'), wait('w', minutes(5))];
    const definition = process([stage('s', { steps, links: ['m>w'], exits: won })]);
    const deal = new Deal(definition).start();
    const failures = [{ effect: 'mail:s:m:1:1', stage: 's', step: 'm', code: 'no-contact' }];
    deal.send({ kind: 'answers', answers: { clocks: [], timers: [], failures } });
    expect(deal.status('m')).toBe('incident');
    const { id } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident: id, choice: 'retry', reason: null });
    expect(deal.effectsOf('sendMail').map((e) => e.key)).toEqual([
      'mail:s:m:1:1',
      'mail:s:m:1:1:i1',
    ]);
    const retried = {
      kind: 'resolveIncident',
      incident: id,
      choice: 'retry',
      reason: null,
    } as const;
    expect(deal.send(retried)).toMatchObject({ ok: false, code: 'unknown' });
  });

  it('E24: a task’s clock that was dropped does not come back when the task is tried again', () => {
    const steps = [task('a', { assign: closed, due: { n: 1, unit: 'bh' } })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    const resolve = (choice: 'skip' | 'retry') => {
      const incident = deal.state.incidents[0]!.id;
      deal.send({ kind: 'resolveIncident', incident, choice, reason: null });
    };
    const failures = [{ effect: 'lost', stage: 's', step: 'a', code: 'failed' }];
    deal.send({ kind: 'answers', answers: { clocks: [], timers: [], failures } });
    resolve('skip');
    resolve('retry');
    expect(deal.status('a')).toBe('open');
    const keys = deal.effects.map((effect) => effect.key);
    expect(new Set(keys).size).toBe(keys.length);
    deal.complete('a');
    expect(deal.state.clocks).toEqual([]);
  });
});
