import { describe, expect, it } from 'vitest';
import { exit, minutes, owner, process, stage, task } from '../../world/testing/process.ts';
import { Deal, monday } from '../../world/testing/drive.ts';

const minute = 60_000;
const hour = 60 * minute;
const level = (id: string, n: number) => ({ id, offset: minutes(n), to: [] });
/** Due after an hour; levels then, half an hour, an hour and a half and a day later. */
const policies = {
  standard: [level('l1', 0), level('l2', 30), level('l3', 90), level('l4', 24 * 60)],
};
const steps = [
  task('a', { due: minutes(60), policy: 'standard', assign: owner, pauses: ['customer'] }),
  task('b'),
];
const due = { after: minutes(60) };
const drawn = (withStage = false) => ({
  ...process([
    stage('s', {
      steps,
      exits: [exit('won', 'auto', 'won')],
      ...(withStage && { deadline: due, policy: 'standard' }),
    }),
  ]),
  policies,
});

const clock = 'task:s:a:1:1';
const note = (deal: Deal, cycle = 1) => deal.send({ kind: 'acknowledge', clock, cycle });
const takeBack = (deal: Deal, { cycle = 1, by = 'anna' } = {}) =>
  deal.send({ kind: 'takeBackNote', clock, cycle, by });
const raised = (deal: Deal) => deal.factsOf('Escalated').map((fact) => fact.level);
const leftOut = (deal: Deal) => deal.factsOf('EscalationSuperseded').map((fact) => fact.level);
const late = () => new Deal(drawn()).start().pass(hour);

describe('E31: taking note of an overdue clock', () => {
  it('keeps higher levels still for four business hours, once for each clock', () => {
    const deal = new Deal(drawn()).start();
    expect(note(deal)).toMatchObject({ code: 'not-open' });
    deal.pass(hour);
    expect(note(deal, 2)).toMatchObject({ code: 'stale' });
    expect(note(deal)).toEqual({ ok: true });
    expect(note(deal)).toMatchObject({ code: 'not-open' });
    expect(deal.wakeAt).toBe(monday + 5 * hour);
    deal.passTo(monday + 6 * hour);
    expect(raised(deal)).toEqual(['l1', 'l3']);
    expect(leftOut(deal)).toEqual(['l2']);
  });

  it('taken back, of the levels that have passed the latest alone fires, at once', () => {
    const deal = late();
    note(deal);
    deal.pass(2 * hour);
    expect(raised(deal)).toEqual(['l1']);
    expect(takeBack(deal)).toEqual({ ok: true });
    expect(raised(deal)).toEqual(['l1', 'l3']);
    expect(leftOut(deal)).toEqual(['l2']);
    expect(deal.wakeAt).toBe(monday + 25 * hour);
  });

  it('taken back, a level that lies ahead fires at its own instant', () => {
    const deal = late();
    note(deal);
    deal.pass(minute);
    takeBack(deal);
    expect(raised(deal)).toEqual(['l1']);
    expect(deal.wakeAt).toBe(monday + 90 * minute);
    expect(deal.factsOf('NoteTakenBack')).toMatchObject([{ clock, cycle: 1, by: 'anna' }]);
    expect(deal.effectsOf('takeBackNote')).toMatchObject([{ clock, cycle: 1 }]);
  });

  it('anybody may take it back who may take it, once, and nobody may take it again', () => {
    const deal = late();
    expect(takeBack(deal)).toMatchObject({
      code: 'not-open',
      message: 'Nobody has taken note of this clock: nothing can be taken back.',
    });
    note(deal);
    expect(takeBack(deal, { cycle: 2 })).toMatchObject({ code: 'stale' });
    expect(takeBack(deal, { by: 'boss' })).toEqual({ ok: true });
    expect(takeBack(deal)).toMatchObject({ message: expect.stringContaining('already') });
    expect(note(deal)).toMatchObject({ message: expect.stringContaining('once only') });
  });

  it('cannot be taken back once it has had its time', () => {
    const deal = late();
    note(deal);
    deal.pass(4 * hour);
    expect(takeBack(deal)).toMatchObject({
      code: 'not-open',
      message: 'The note has had its time: the next levels are due again by themselves.',
    });
    expect(raised(deal)).toEqual(['l1', 'l3']);
  });

  it('is of a clock that runs: neither after its end nor while it stands or the deal is frozen', () => {
    const deal = new Deal(drawn(true)).start().pass(hour);
    note(deal);
    deal.hold(5 * hour);
    expect(takeBack(deal)).toMatchObject({ code: 'frozen' });
    deal.send({ kind: 'resume' });
    const now = { cycle: 2 };
    deal.send({ kind: 'pauseTask', task: deal.ref('a'), why: 'customer', note: null });
    expect(takeBack(deal, now)).toMatchObject({ message: expect.stringContaining('is paused') });
    deal.send({ kind: 'resumeTask', task: deal.ref('a'), note: null });
    deal.complete('a');
    expect(takeBack(deal, { cycle: 3 })).toMatchObject({ code: 'stale' });
  });

  it('what was left of the quiet is left after a pause, and the levels are where they would be', () => {
    const deal = late();
    note(deal);
    deal.pass(hour).hold(9 * hour);
    deal.pass(2 * hour).send({ kind: 'resume' });
    expect(deal.clock('task')).toMatchObject({ acknowledgedUntil: monday + 7 * hour });
    deal.pass(hour);
    expect(raised(deal)).toEqual(['l1']);
    expect(takeBack(deal, { cycle: 2 })).toEqual({ ok: true });
    expect(raised(deal)).toEqual(['l1', 'l3']);
    expect(deal.wakeAt).toBe(monday + 27 * hour);
  });

  it('of the clock of a stage is the same', () => {
    const deal = new Deal(drawn(true)).start().pass(hour);
    const of = { clock: 'stage:s:1', cycle: 1 };
    expect(deal.send({ kind: 'acknowledge', ...of })).toEqual({ ok: true });
    deal.pass(hour);
    const levels = () => deal.factsOf('Escalated').filter((fact) => fact.clock === of.clock);
    expect(levels()).toHaveLength(1);
    expect(deal.send({ kind: 'takeBackNote', ...of })).toEqual({ ok: true });
    expect(levels().map((fact) => fact.level)).toEqual(['l1', 'l2']);
  });
});
