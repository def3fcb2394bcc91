import { describe, expect, it } from 'vitest';
import { Deal, monday } from '../../world/testing/drive.ts';
import { ChangingWorld } from '../../world/testing/sample-world.ts';
import {
  exit,
  is,
  minutes,
  owner,
  process,
  stage,
  task,
  wait,
} from '../../world/testing/process.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const won = [exit('won', 'auto', 'won')];
const policy = 'standard';

describe('a task that waits', () => {
  const steps = [
    task('a', { due: minutes(60), policy, assign: owner, pauses: ['customer', 'internal'] }),
    task('b', { due: minutes(60), assign: owner }),
  ];
  const drawn = process([stage('s', { deadline: { after: minutes(90) }, steps, exits: won })]);
  const pause = (deal: Deal, step: string, why: 'customer' | 'thirdParty' | 'internal') =>
    deal.send({ kind: 'pauseTask', task: deal.ref(step), why, note: 'note' });
  const goOn = (deal: Deal, step: string) =>
    deal.send({ kind: 'resumeTask', task: deal.ref(step), note: null });

  it('stops its own clock alone; with the answer what was left of due and levels is left', () => {
    const deal = new Deal(drawn).start();
    deal.pass(50 * minute);
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l1']);
    pause(deal, 'a', 'customer');
    expect(deal.state.steps['a']!.paused).toBe('customer');
    deal.pass(2 * hour);
    expect(deal.factsOf('ClockBreached').map((f) => f.clock)).toEqual([
      'task:s:b:1:1',
      'stage:s:1',
    ]);
    goOn(deal, 'a');
    expect(deal.state.steps['a']!.paused).toBeUndefined();
    const due = deal.now + 10 * minute;
    expect(deal.clock('task:s:a')).toMatchObject({ cycle: 2, due });
    deal.passTo(due + 4 * hour);
    expect(deal.factsOf('Escalated').map((f) => [f.level, f.cycle])).toEqual([
      ['l1', 1],
      ['l2', 2],
      ['l3', 2],
    ]);
    expect(deal.effectsOf('waitTask').map((e) => [e.why, e.note])).toEqual([
      ['customer', 'note'],
      [null, null],
    ]);
    expect(deal.facts.map((f) => f.type)).toEqual(
      expect.arrayContaining(['TaskWaits', 'ClockPaused', 'TaskGoesOn', 'ClockResumed']),
    );
  });

  it('may be completed, and is refused in clear words what it is not drawn for', () => {
    const deal = new Deal(drawn).start();
    expect(pause(deal, 'a', 'thirdParty')).toMatchObject({
      code: 'unknown-outcome',
      message: 'Task "a" cannot wait for "thirdParty": choose "customer", "internal".',
    });
    expect(pause(deal, 'b', 'customer')).toMatchObject({ ok: false });
    expect(goOn(deal, 'a')).toMatchObject({ code: 'not-open' });
    expect(pause(deal, 'a', 'internal')).toEqual({ ok: true });
    expect(pause(deal, 'a', 'customer')).toMatchObject({ code: 'not-open' });
    expect(deal.complete('a')).toEqual({ ok: true });
    expect(deal.effectsOf('stopClock').map((e) => e.as)).toEqual(['met']);
    expect(deal.state.steps['a']!.paused).toBeUndefined();
  });

  it('E19: a hold within the wait shifts the clock once, from where the task began to wait', () => {
    const deal = new Deal(drawn).start();
    deal.pass(20 * minute);
    pause(deal, 'a', 'internal');
    deal.pass(hour).hold(5 * hour);
    deal.pass(hour).send({ kind: 'resume' });
    expect(deal.clock('task:s:a')).toMatchObject({ cycle: 1, pauses: ['internal'] });
    deal.pass(hour);
    goOn(deal, 'a');
    expect(deal.clock('task:s:a')).toMatchObject({ cycle: 2, due: deal.now + 40 * minute });
  });
});

describe('timings', () => {
  it('of the cases the first that holds counts; one that errs is an incident of the clock', () => {
    const due = {
      ...minutes(60),
      cases: [
        { ...minutes(10), when: is('tier', 'A') },
        { ...minutes(20), when: is('tier', 'B') },
      ],
    };
    const steps = [task('a', { due, assign: owner })];
    const drawn = process([stage('s', { steps, exits: won })], { tier: 'value' });
    const dueAt = (tier: string) => new Deal(drawn).start({ tier }).clock('task')!.due;
    expect(dueAt('A')).toBe(monday + 10 * minute);
    expect(dueAt('B')).toBe(monday + 20 * minute);
    expect(dueAt('C')).toBe(monday + hour);
    const deal = new Deal(drawn).start();
    expect(deal.status('a')).toBe('open');
    expect(deal.state.incidents).toMatchObject([{ clock: 'task:s:a:1:1', at: 'when' }]);
    deal.set({ tier: 'B' });
    expect(deal.state.incidents).toEqual([]);
    expect(deal.clock('task')!.due).toBe(monday + 20 * minute);
    deal.set({ tier: 'A' });
    expect(deal.clock('task')!.due).toBe(monday + 20 * minute);
  });

  it('counts from the entry of the stage, from when its turn comes, or from a date', () => {
    const field = 'd';
    const steps = [
      task('first'),
      task('a', { due: { ...minutes(60), from: 'stageEntry' }, assign: owner }),
      task('b', { due: minutes(60), assign: owner }),
      task('c', { due: { n: -1, unit: 'd', from: 'field', field }, assign: owner }),
    ];
    const links = ['first>a', 'first>b', 'first>c'];
    const drawn = process([stage('s', { steps, links, exits: won })], { d: 'value' });
    const deal = new Deal(drawn).start({ d: '2026-09-20' }).pass(40 * minute);
    deal.complete('first');
    expect(deal.clock('task:s:a')!.due).toBe(monday + hour);
    expect(deal.clock('task:s:b')!.due).toBe(monday + 100 * minute);
    expect(deal.clock('task:s:c')!.due).toBe(Date.UTC(2026, 8, 20));
    deal.set({ d: '2026-09-22' });
    expect(deal.clock('task:s:c')).toMatchObject({ cycle: 2, due: Date.UTC(2026, 8, 22) });
    expect(deal.factsOf('ClockMoved').map((f) => f.clock)).toEqual(['task:s:c:1:1']);
  });

  it('an agreed date replaces the time, also when it is later', () => {
    const deadline = { after: { n: 1, unit: 'd' }, field: 'd', agreed: true } as const;
    const drawn = process([stage('s', { deadline, steps: [task('x')], exits: won })], {
      d: 'value',
    });
    const deal = new Deal(drawn).start();
    expect(deal.clock('stage')!.due).toBe(monday + day);
    deal.set({ d: '2026-09-20' });
    expect(deal.clock('stage')!.due).toBe(Date.UTC(2026, 8, 21));
  });

  it('E21: a wait until a date idles without one, and follows the date when it moves', () => {
    const steps = [wait('w', { n: 1, unit: 'd', from: 'field', field: 'd' })];
    const drawn = process([stage('s', { steps, exits: won })], { d: 'value' });
    const deal = new Deal(drawn).start();
    expect(deal.factsOf('WaitStarted')).toMatchObject([{ lacks: 'd' }]);
    expect(deal.wakeAt).toBeUndefined();
    deal.set({ d: '2026-09-10' });
    expect(deal.wakeAt).toBe(Date.UTC(2026, 8, 12));
    deal.set({ d: '2026-09-12' });
    expect(deal.wakeAt).toBe(Date.UTC(2026, 8, 14));
    deal.set({ d: null });
    expect(deal.wakeAt).toBeUndefined();
    expect(deal.factsOf('WaitMoved').map((f) => f.lacks)).toEqual([undefined, undefined, true]);
    deal.set({ d: '2026-09-01' });
    expect(deal.state.status).toBe('won');
  });
});

describe('levels', () => {
  const steps = [task('a', { due: minutes(60), policy, assign: owner })];
  const drawn = process([stage('s', { steps, exits: won })]);

  it('a level whose offset lies before the start fires at once', () => {
    const early = { id: 'early', offset: { n: -2, unit: 'h' as const }, to: [] };
    const deal = new Deal({ ...drawn, policies: { standard: [early] } }).start();
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['early']);
  });
});

describe('a calendar with a new revision', () => {
  const due = { n: 8, unit: 'bh' } as const;
  const steps = [task('a', { due, policy }), wait('w', { n: 2, unit: 'bh' })];
  const drawn = process([stage('s', { steps, exits: won })]);

  it('moves what was computed on it, from the start, and tells what it was', () => {
    const world = new ChangingWorld();
    const deal = new Deal(drawn, world).start();
    const was = deal.clock('task')!.due!;
    world.free('2026-09-07');
    deal.send({ kind: 'recalculate', calendar: 'technical', revision: 2 });
    expect(deal.factsOf('ClockRecalculated')).toMatchObject([{ was, cycle: 2, revision: 2 }]);
    expect(deal.clock('task')!.due).toBe(was + day);
    expect(deal.effectsOf('startTimer')).toHaveLength(1);
    deal.send({ kind: 'recalculate', calendar: 'always', revision: 2 });
    expect(deal.effectsOf('startTimer')).toHaveLength(2);
  });

  it('keeps what pauses have consumed', () => {
    const world = new ChangingWorld();
    const deal = new Deal(drawn, world).start();
    deal.pass(4 * hour).hold(day);
    deal.pass(2 * hour).send({ kind: 'resume' });
    // Four of eight hours were left at 15:00: two of them on Tuesday.
    expect(deal.clock('task')!.due).toBe(Date.UTC(2026, 8, 8, 9));
    world.free('2026-09-08');
    deal.send({ kind: 'recalculate', calendar: 'technical', revision: 2 });
    expect(deal.clock('task')!.due).toBe(Date.UTC(2026, 8, 9, 9));
  });

  it('breaches now what has become late, and fires one level only', () => {
    const world = new ChangingWorld();
    const deal = new Deal(drawn, world).start();
    world.free('2026-09-07', '2026-09-08');
    deal.send({ kind: 'recalculate', calendar: 'technical', revision: 2 });
    deal.now = Date.UTC(2026, 8, 9, 6);
    world.free('2026-09-08');
    deal.send({ kind: 'recalculate', calendar: 'technical', revision: 3 });
    expect(deal.factsOf('ClockBreached')).toHaveLength(1);
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l3']);
  });
});
