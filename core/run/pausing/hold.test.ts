import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  exit,
  minutes,
  owner,
  process,
  stage,
  task,
  wait,
  waitFor,
} from '../../world/testing/process.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const won = [exit('won', 'auto', 'won')];
const policy = 'standard';

const timed = process([
  stage('s', {
    deadline: { after: minutes(60) },
    policy,
    steps: [wait('w', minutes(30)), task('a', { due: minutes(90), policy, assign: owner })],
    exits: won,
  }),
]);

describe('hold and pause', () => {
  it('E19: nothing fires while on hold, and what was left is left when the deal goes on', () => {
    const deal = new Deal(timed).start();
    const start = deal.now;
    deal.pass(10 * minute).hold(day);
    expect(deal.wakeAt).toBe(start + 10 * minute + day);
    const before = deal.facts.length;
    deal.pass(5 * hour).send({ kind: 'tick' });
    expect(deal.facts.length).toBe(before);
    expect(deal.send({ kind: 'resume' })).toEqual({ ok: true });
    expect(deal.clock('stage:s')).toMatchObject({ cycle: 2, due: start + 6 * hour });
    expect(deal.clock('task:s:a')!.due).toBe(start + 5 * hour + 90 * minute);
    expect(deal.clock('stage:s')!.levels.map(({ at }) => at! - start - 5 * hour)).toEqual([
      45 * minute,
      60 * minute,
      5 * hour,
    ]);
    deal.passTo(start + 5 * hour + 30 * minute);
    expect(deal.factsOf('WaitEnded')).toHaveLength(1);
    expect(deal.effectsOf('freeze').map((e) => e.freeze)).toEqual(['hold', null]);
  });

  it('E19: working time is left as working time: a hold over the night costs none', () => {
    const steps = [task('a', { due: { n: 8, unit: 'bh' } })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    // From Monday 11:00 to Tuesday 10:00 in Warsaw: six hours were left.
    deal.pass(2 * hour).hold(3 * day);
    deal.pass(23 * hour).send({ kind: 'resume' });
    expect(deal.clock('task')!.due).toBe(Date.UTC(2026, 8, 8, 14));
  });

  it('E19: freezes are a set: time shifts once, when the last has gone', () => {
    const deal = new Deal(timed).start();
    const start = deal.now;
    deal.send({ kind: 'pauseProcess', freeze: 'f1' });
    deal.pass(hour).hold(4 * hour);
    deal.pass(hour).send({ kind: 'resumeProcess', freeze: 'f1' });
    expect(deal.clock('stage:s')).toMatchObject({ cycle: 1, pauses: ['hold'] });
    deal.pass(hour).send({ kind: 'resume' });
    expect(deal.clock('stage:s')).toMatchObject({ cycle: 2, due: start + 4 * hour });
    expect(deal.factsOf('ClockPaused')).toHaveLength(2);
    expect(deal.factsOf('ClockResumed')).toHaveLength(2);
    expect(deal.effectsOf('freeze').map((e) => e.freeze)).toEqual(['pause', 'hold', null]);
  });

  it('E19: a deal of a paused process begins standing in its first fold, its clock with it', () => {
    const deal = new Deal(timed).start({}, 'olga', 'f1');
    expect(deal.folds[0]!.facts.map(({ type }) => type)).toEqual([
      'RunStarted',
      'ProcessPaused',
      'StageEntered',
    ]);
    expect(deal.state).toMatchObject({ status: 'open', stage: 's', freezes: [{ id: 'f1' }] });
    expect([deal.status('w'), deal.status('a')]).toEqual(['pending', 'pending']);
    expect(deal.clock('stage:s')).toMatchObject({ pauses: ['f1'] });
    deal.pass(5 * hour).send({ kind: 'pauseProcess', freeze: 'f1' });
    expect(deal.wakeAt).toBeUndefined();
    deal.send({ kind: 'resumeProcess', freeze: 'f1' });
    expect([deal.status('w'), deal.status('a')]).toEqual(['waiting', 'open']);
    expect(deal.clock('stage:s')!.due).toBe(deal.now + hour);
  });

  it('E19: the end of a hold ends only that hold', () => {
    const deal = new Deal(timed).start();
    deal.hold(hour);
    deal.send({ kind: 'pauseProcess', freeze: 'f1' });
    deal.pass(2 * hour);
    expect(deal.factsOf('RunResumed')).toEqual([{ type: 'RunResumed', by: null, why: 'until' }]);
    expect(deal.state.freezes).toEqual([{ id: 'f1' }]);
    expect(deal.wakeAt).toBeUndefined();
    expect(deal.send({ kind: 'resume' })).toMatchObject({ code: 'frozen' });
    deal.send({ kind: 'resumeProcess', freeze: 'f1' });
    expect(deal.state.frozen).toBeUndefined();
    expect(deal.wakeAt).toBe(deal.now + 30 * minute);
  });

  it('E19: open tasks may be done meanwhile, and what follows from them starts on resume', () => {
    const steps = [task('a'), task('b')];
    const deal = new Deal(process([stage('s', { steps, links: ['a>b'], exits: won })])).start();
    deal.hold(day);
    expect(deal.complete('a')).toEqual({ ok: true });
    expect(deal.status('b')).toBe('pending');
    deal.pass(hour).send({ kind: 'resume' });
    expect(deal.status('b')).toBe('open');
  });

  it('E22: what a hold had put off asks before the next message of the batch is taken', () => {
    const steps = [task('a'), task('b', { due: minutes(10), assign: owner })];
    const deal = new Deal(process([stage('s', { steps, links: ['a>b'], exits: won })])).start();
    deal.hold(day);
    deal.complete('a');
    const resume = { id: 'r', by: null, kind: 'resume' } as const;
    const recalculate = { id: 'c', kind: 'recalculate', calendar: 'always', revision: 2 } as const;
    deal.pass(minute).fold([resume, recalculate]);
    expect(deal.factsOf('ClockRecalculated')).toHaveLength(1);
    expect(deal.clock('task:s:b')).toMatchObject({ cycle: 2 });
  });

  it('E19: events wait, and reach what waits for them when the deal goes on', () => {
    const steps = [waitFor('w', 'reply', minutes(60)), task('a')];
    const out = exit('gone', 'event', 'lost', { event: 'gone', reason: 'timing' });
    const deal = new Deal(process([stage('s', { steps, exits: [...won, out] })])).start();
    deal.hold(day);
    deal.send({ kind: 'external', name: 'reply' });
    expect(deal.status('w')).toBe('waiting');
    deal.pass(2 * hour).send({ kind: 'resume' });
    expect(deal.factsOf('WaitEnded').map((f) => f.port)).toEqual(['event']);
    deal.hold(day);
    deal.send({ kind: 'external', name: 'gone' });
    expect(deal.state.status).toBe('open');
    deal.send({ kind: 'resume' });
    expect(deal.state.status).toBe('lost');
  });

  it('E19: dates stay where they are, and those that passed come first, in due order', () => {
    const until = (field: string) => ({ n: 0, unit: 'd', from: 'field', field }) as const;
    const steps = [wait('late', until('late')), wait('soon', until('soon')), task('a')];
    const watched = { late: 'value', soon: 'value' } as const;
    const drawn = process([stage('s', { steps, links: ['a>b'], exits: won })], watched);
    const deal = new Deal(drawn).start({ late: '2026-09-09', soon: '2026-09-08' });
    deal.hold(5 * day);
    deal.complete('a');
    deal.pass(5 * day);
    const ended = deal.factsOf('WaitEnded').map((f) => f.step);
    expect(ended).toEqual(['soon', 'late']);
    expect(deal.state.status).toBe('won');
  });

  it('E19: a deadline by date that passes meanwhile is breached on resume, one level fires', () => {
    const deadline = { after: { n: 10, unit: 'd' }, field: 'd' } as const;
    const drawn = process([stage('s', { deadline, policy, steps: [task('a')] })], { d: 'value' });
    const deal = new Deal(drawn).start({ d: '2026-09-08' });
    deal.hold(5 * day);
    deal.pass(5 * day);
    expect(deal.factsOf('ClockBreached').map((f) => f.due)).toEqual([Date.UTC(2026, 8, 9)]);
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l3']);
    deal.set({ d: null });
    expect(deal.clock('stage:s')!.due).toBe(deal.now + 10 * day);
  });

  it('E19: a date that is set while on hold counts, and the time keeps what it had left', () => {
    const deadline = { after: { n: 2, unit: 'd' }, field: 'd' } as const;
    const drawn = process([stage('s', { deadline, policy, steps: [task('a')] })], { d: 'value' });
    const deal = new Deal(drawn).start({ d: '2026-09-08' });
    const start = deal.now;
    deal.hold(30 * day);
    deal.pass(3 * day).set({ d: null });
    expect(deal.wakeAt).toBe(start + 30 * day);
    deal.pass(hour).send({ kind: 'resume' });
    expect(deal.clock('stage:s')).toMatchObject({ breached: false, due: start + 5 * day + hour });
  });

  it('E19: other commands are refused in clear words; lost is not', () => {
    const deal = new Deal(timed).start();
    expect(deal.send({ kind: 'hold', until: deal.now, reason: 'x' })).toMatchObject({
      code: 'unknown',
      message: expect.stringContaining('within 180 days'),
    });
    expect(deal.hold(181 * day)).toMatchObject({ ok: false });
    deal.hold(180 * day);
    const why = { code: 'frozen', message: 'The deal is on hold: resume it, then try again.' };
    expect(deal.send({ kind: 'waive', task: deal.ref('a'), reason: 'x' })).toMatchObject(why);
    expect(deal.move('won', { override: { reason: 'x' } })).toMatchObject(why);
    expect(deal.move('lost', { reasons: ['price'] })).toEqual({ ok: true });
    expect(deal.state.status).toBe('lost');
    expect(deal.state.freezes).toBeUndefined();
    expect(deal.effectsOf('stopClock').map((e) => e.as)).toEqual(['cancelled', 'cancelled']);
    expect(deal.wakeAt).toBeUndefined();
  });

  it('E19: a hold that was not woken in time still bursts nothing', () => {
    const deal = new Deal(timed).start();
    const start = deal.now;
    deal.hold(hour);
    deal.now += 9 * hour;
    deal.send({ kind: 'tick' });
    expect(deal.factsOf('ClockBreached')).toEqual([]);
    expect(deal.clock('stage:s')!.due).toBe(start + 10 * hour);
  });
});
