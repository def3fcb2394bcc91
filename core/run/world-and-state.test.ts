import { describe, expect, it } from 'vitest';
import { Deal, deepFreeze, monday } from '../world/testing/drive.ts';
import {
  assignDeal,
  assignTask,
  exit,
  is,
  literal,
  minutes,
  owner,
  process,
  stage,
  task,
  technical,
  update,
  wait,
} from '../world/testing/process.ts';
import type { RunEvent } from './contract/event.ts';
import { initialState } from './state/initial-state.ts';
import { refuseEarly } from './commands/refuse.ts';
import { stepAll } from './step.ts';
import { viewOf } from './state/view.ts';

const won = [exit('won', 'auto', 'won')];
const watched = { size: 'value', tags: 'value', phone: 'isSet' } as const;
const started: RunEvent = {
  id: 'start',
  by: 'olga',
  kind: 'start',
  owner: 'olga',
  values: {},
  isSet: {},
};

describe('the reducer and the world', () => {
  it('E22: a fold ends after the first event that asks the world; until then the clock is arming', () => {
    const drawn = process([stage('s', { steps: [wait('w', minutes(1)), task('a')], exits: won })]);
    const tick: RunEvent = { id: 't', kind: 'tick' };
    const folded = stepAll(drawn, initialState(), [started, tick, tick], monday);
    expect(folded).toMatchObject({ used: 1, replies: [{ ok: true }] });
    expect(folded.wakeAt).toBeUndefined();
    const quiet = stepAll(drawn, folded.state, [tick, tick], monday);
    expect(quiet).toMatchObject({ used: 2, facts: [], effects: [] });
  });

  it('E22: answers about a former cycle, visit or owner are left alone', () => {
    const drawn = process([stage('s', { deadline: { after: minutes(9) }, steps: [task('a')] })]);
    const deal = new Deal(drawn).start();
    const { due } = deal.state.clocks[0]!;
    const clocks = [{ clock: 'stage:s:1', cycle: 1, due: 1, levels: [] }];
    const timers = [{ stage: 's', step: 'gone', visit: 1, round: 1, at: 1 }];
    deal.send({ kind: 'answers', answers: { clocks, timers, failures: [] } });
    expect(deal.state.clocks[0]!.due).toBe(due);
    expect(deal.factsOf('ClockBreached')).toEqual([]);
  });

  it('E22: the answer of a former cycle does not arm a clock that was moved meanwhile', () => {
    const deadline = { field: 'size' };
    const drawn = process([stage('s', { deadline, steps: [task('a')] })], watched);
    const deal = new Deal(drawn).start({ size: '2026-09-09' });
    const move: RunEvent = {
      id: 'm',
      by: 'anna',
      kind: 'setFields',
      submission: null,
      values: { size: '2026-09-20' },
      isSet: {},
    };
    const moved = stepAll(drawn, deal.state, [move], deal.now).state;
    const armed = (cycle: number) => {
      const clocks = [{ clock: 'stage:s:1', cycle, due: monday + 1_000, levels: [] }];
      const event: RunEvent = {
        id: 'a',
        kind: 'answers',
        answers: { clocks, timers: [], failures: [] },
      };
      return stepAll(drawn, moved, [event], deal.now).wakeAt;
    };
    expect([armed(1), armed(2)]).toEqual([undefined, monday + 1_000]);
  });

  it('E22: a due that the answer puts into the past is passed in the same fold', () => {
    const drawn = process([stage('s', { steps: [wait('w', minutes(1))], exits: won })]);
    const folded = stepAll(drawn, initialState(), [started], monday);
    const ref = { stage: 's', step: 'w', visit: 1, round: 1 };
    const answers = { clocks: [], timers: [{ ...ref, at: monday + 60_000 }], failures: [] };
    const late: RunEvent = { id: 'a', kind: 'answers', answers };
    const after = stepAll(drawn, folded.state, [late], monday + 3_600_000);
    expect(after.state.status).toBe('won');
  });

  it('an assign step hands the deal to a person or to the lead of a department', () => {
    const steps = [assignDeal('give', technical), task('a', { assign: owner })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    expect(deal.state.owner).toBe('lead');
    expect(deal.factsOf('OwnerSet')).toMatchObject([{ owner: 'lead', by: null }]);
    expect(deal.status('give')).toBe('ended');
    expect(deal.effectsOf('assignTask')).toMatchObject([{ task: { step: 'a' }, owner: 'lead' }]);
  });

  it("an assign step overrides a task's assignee for this visit, open or still to come", () => {
    const to = { kind: 'person', person: 'pia' } as const;
    const steps = [task('a'), task('b'), assignTask('first', 'b', to), assignTask('now', 'a', to)];
    const links = ['first>b'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    expect(deal.effectsOf('openTask').map((e) => [e.task.step, e.assign])).toEqual([
      ['a', technical],
      ['b', to],
    ]);
    expect(deal.effectsOf('assignTask')).toMatchObject([{ task: { step: 'a' }, assign: to }]);
  });

  it("a change of owner moves the owner's open tasks and leaves the clocks", () => {
    const steps = [task('a', { assign: owner, due: minutes(60) }), task('b')];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    deal.pass(60_000);
    const before = deal.state.clocks;
    deal.send({ kind: 'setOwner', owner: 'otto' });
    expect(deal.effectsOf('assignTask')).toMatchObject([{ task: { step: 'a' }, owner: 'otto' }]);
    expect(deal.effectsOf('setOwner')).toMatchObject([{ to: { kind: 'person', person: 'otto' } }]);
    expect(deal.factsOf('OwnerSet')).toHaveLength(1);
    expect(deal.state.clocks).toEqual(before);
  });

  it('E23: only watched fields enter the state, personal ones as flags', () => {
    const deal = new Deal(process([stage('s', { steps: [task('a')] })], watched));
    const values = { size: 3, tags: ['x'], phone: '+48', name: 'Jan' };
    deal.send({ kind: 'start', owner: 'olga', values, isSet: { phone: true, mail: true } });
    expect(deal.state.values).toEqual({ size: 3, tags: ['x'] });
    expect(deal.state.isSet).toEqual({ phone: true });
    const unset = { phone: false };
    deal.send({ kind: 'setFields', submission: 'sub1', values: { size: null }, isSet: unset });
    expect([deal.state.values, deal.state.isSet]).toEqual([{ tags: ['x'] }, {}]);
    expect(deal.effectsOf('useSubmission')).toMatchObject([{ submission: 'sub1' }]);
  });

  it('E23: an update sets the field in the world and, if watched, in the run', () => {
    const steps = [update('up', 'size', literal(7)), task('b', { when: is('size', 7) })];
    const deal = new Deal(process([stage('s', { steps, links: ['up>b'] })], watched)).start();
    expect(deal.effectsOf('setValues')).toMatchObject([
      { values: { size: 7 }, key: 'set:s:up:1:1' },
    ]);
    expect(deal.status('b')).toBe('open');
  });

  it('E24: keys carry the step, visit and round, and none comes twice', () => {
    const steps = [task('a', { due: minutes(60), policy: 'standard' })];
    const drawn = process([stage('s', { deadline: { after: minutes(60) }, steps, exits: won })]);
    const deal = new Deal(drawn).start();
    expect(deal.effects.map((effect) => effect.key)).toEqual([
      'clock:stage:s:1:1',
      'open:s:a:1:1',
      'clock:task:s:a:1:1:1',
    ]);
  });

  it('E25: a task of another visit or round is stale, one that is not open says so', () => {
    const deal = new Deal(process([stage('s', { steps: [task('a'), task('b')] })])).start();
    const send = (task: object) =>
      deal.send({
        kind: 'complete',
        task: { ...deal.ref('a'), ...task },
        outcome: 'done',
        submission: null,
        values: {},
        isSet: {},
      });
    expect(send({ visit: 2 })).toMatchObject({ code: 'stale' });
    expect(send({ round: 2 })).toMatchObject({ code: 'stale' });
    expect(send({ step: 'constructor' })).toMatchObject({ code: 'unknown' });
    expect(send({ stage: '__proto__' })).toMatchObject({ code: 'unknown' });
    expect(send({})).toEqual({ ok: true });
    expect(send({})).toMatchObject({ code: 'not-open' });
  });

  it('E25: a move names the visit it was made on, and of two racing moves the first wins', () => {
    const exits = [exit('go', 'manual', 't')];
    const deal = new Deal(process([stage('s', { exits }), stage('t', { steps: [task('b')] })]));
    deal.start();
    const move = { kind: 'move', stage: 's', visit: 1, exit: 'go' } as const;
    expect(deal.send(move)).toEqual({ ok: true });
    expect(deal.send(move)).toMatchObject({ ok: false, code: 'stale' });
  });

  it('a second start and a command before the start are refused', () => {
    const drawn = process([stage('s', { steps: [task('a')] })]);
    const early = new Deal(drawn);
    expect(early.set({ size: 1 })).toMatchObject({ code: 'stale' });
    expect(early.start().send({ kind: 'start', owner: null, values: {}, isSet: {} })).toMatchObject(
      {
        code: 'started',
      },
    );
    expect(new Deal(process([])).start().state.status).toBe('new');
  });

  it('steps, stages and fields may be named like what every object inherits', () => {
    const steps = [task('constructor'), task('toString')];
    const drawn = process([
      stage('valueOf', { steps, links: ['constructor>toString'], exits: [exit('x', 'auto', 't')] }),
      stage('t', { steps: [task('b', { when: is('constructor', 'a') })] }),
    ]);
    const deal = new Deal(drawn).start();
    expect(deal.state.visits['valueOf']).toBe(1);
    deal.complete('constructor');
    deal.complete('toString');
    expect(deal.state.incidents).toMatchObject([{ step: 'b', code: 'absent' }]);
  });

  it('the early check refuses only what no queued event can make right', () => {
    const exits = [exit('go', 'manual', 't')];
    const steps = [task('a'), task('b')];
    const drawn = process([stage('s', { steps, links: ['a>b'], exits }), stage('t', {})]);
    const deal = new Deal(drawn).start();
    const complete = (ref: object): RunEvent => ({
      id: 'x',
      by: 'anna',
      kind: 'complete',
      task: { ...deal.ref('b'), ...ref },
      outcome: 'done',
      submission: null,
      values: {},
      isSet: {},
    });
    const move: RunEvent = { id: 'm', by: 'anna', kind: 'move', stage: 's', visit: 1, exit: 'go' };
    const early = (event: RunEvent) => refuseEarly(drawn, deal.state, event)?.code;
    expect(early(complete({}))).toBeUndefined();
    expect(early(complete({ stage: 't', step: 'b' }))).toBe('unknown');
    expect(early(complete({ visit: 0 }))).toBe('stale');
    expect(early(move)).toBeUndefined();
    expect(early({ ...move, visit: 2 })).toBeUndefined();
    expect(early({ ...move, exit: 'no' })).toBe('unknown-exit');
    deal.move('lost', { reasons: ['price'] });
    expect(early(move)).toBe('closed');
  });

  it('a chain of 10,000 steps is settled in one fold', () => {
    const steps = Array.from({ length: 10_000 }, (_, n) => update(`u${n}`, 'size', literal(n)));
    const links = steps.slice(1).map((each, n) => `u${n}>${each.id}`);
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched)).start();
    expect(deal.state).toMatchObject({ status: 'won', values: { size: 9_999 } });
  });

  it('what it is given stays as it is', () => {
    const drawn = deepFreeze(process([stage('s', { steps: [task('a')], exits: won })]));
    const state = deepFreeze(initialState());
    const folded = stepAll(drawn, state, deepFreeze([started]), monday);
    expect(state.status).toBe('new');
    expect(viewOf(drawn, folded.state)).toEqual({
      status: 'open',
      stage: 's',
      place: 0,
      visit: 1,
      owner: 'olga',
      incidents: 0,
    });
  });
});
