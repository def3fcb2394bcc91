import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import { exit, minutes, process, stage, task, wait, waitFor } from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const hour = 3_600_000;

describe('waits', () => {
  it('E17: a wait for an event ends by the event or, when its time is up, by the time-out', () => {
    const steps = [waitFor('w', 'reply', minutes(60)), task('answer'), task('chase')];
    const links = ['w.event>answer', 'w.timeout>chase'];
    const drawn = process([stage('s', { steps, links, exits: won })]);
    const answered = new Deal(drawn).start();
    answered.send({ kind: 'external', name: 'reply' });
    expect([answered.status('answer'), answered.status('chase')]).toEqual(['open', 'skipped']);
    const silent = new Deal(drawn).start().pass(hour);
    expect([silent.status('answer'), silent.status('chase')]).toEqual(['skipped', 'open']);
  });

  it('E17: an event reaches all matching waits, and no others', () => {
    const one = minutes(60);
    const steps = [
      waitFor('a', 'reply', one),
      waitFor('b', 'reply', one),
      waitFor('c', 'sign', one),
    ];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    deal.send({ kind: 'external', name: 'reply' });
    expect(deal.factsOf('EventReceived')).toMatchObject([{ reached: ['a', 'b'] }]);
    expect(deal.status('c')).toBe('waiting');
  });

  it('E17: a wait counts events since stage entry, or only since its own start', () => {
    const steps = [
      task('a'),
      waitFor('early', 'reply', minutes(60)),
      waitFor('fresh', 'reply', minutes(60), 'start'),
    ];
    const links = ['a>early', 'a>fresh'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    deal.send({ kind: 'external', name: 'reply' });
    deal.complete('a');
    expect(deal.state.steps['early']).toMatchObject({ status: 'ended', port: 'event' });
    expect(deal.status('fresh')).toBe('waiting');
    deal.send({ kind: 'external', name: 'reply' });
    expect(deal.state.status).toBe('won');
  });

  it('E17: an event of the former stage does not count in the next', () => {
    const steps = [waitFor('w', 'reply', minutes(60))];
    const first = stage('s', { steps: [task('a'), ...steps], exits: [exit('go', 'auto', 't')] });
    const deal = new Deal(process([first, stage('t', { steps, exits: won })])).start();
    deal.send({ kind: 'external', name: 'reply' });
    deal.complete('a');
    expect(deal.state).toMatchObject({ stage: 't', status: 'open' });
    expect(deal.status('w')).toBe('waiting');
  });

  it('E17: a person ends a waiting step through a port, with a reason', () => {
    const steps = [waitFor('w', 'reply', minutes(60)), wait('v', minutes(60))];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    const end = { kind: 'endWait', wait: deal.ref('w'), reason: 'sub3' } as const;
    expect(deal.send({ ...end, port: 'done' })).toMatchObject({ code: 'unknown-outcome' });
    expect(deal.send({ ...end, port: 'event' })).toEqual({ ok: true });
    expect(deal.factsOf('WaitEnded')).toMatchObject([
      { port: 'event', by: 'anna', reason: 'sub3' },
    ]);
    expect(deal.send({ ...end, port: 'event' })).toMatchObject({ code: 'not-open' });
    deal.pass(hour);
    expect(deal.state.status).toBe('won');
  });

  it('E17: nobody sends the name of the deadline from outside', () => {
    const exits = [exit('late', 'event', 'lost', { event: 'deadline' })];
    const deal = new Deal(process([stage('s', { steps: [task('a')], exits })])).start();
    expect(deal.send({ kind: 'external', name: 'deadline' })).toMatchObject({ code: 'unknown' });
    expect(deal.state.status).toBe('open');
  });
});

describe('after the close', () => {
  it('E18: commands are refused as closed, machine events are taken and change nothing', () => {
    const drawn = process([stage('s', { steps: [task('a', { mandatory: false })], exits: won })]);
    const deal = new Deal(drawn).start();
    expect(deal.state.status).toBe('won');
    const before = JSON.stringify(deal.state);
    const count = deal.facts.length + deal.effects.length;
    const closed = { ok: false, code: 'closed' };
    expect(deal.send({ kind: 'request', task: deal.ref('a') })).toMatchObject(closed);
    expect(deal.set({ x: 1 })).toMatchObject(closed);
    expect(deal.move('lost', { reasons: ['price'] })).toMatchObject(closed);
    expect(deal.send({ kind: 'setOwner', owner: 'otto' })).toMatchObject(closed);
    expect(deal.send({ kind: 'external', name: 'reply' })).toEqual({ ok: true });
    expect(deal.send({ kind: 'mailResult', mail: deal.ref('a'), result: 'sent' })).toEqual({
      ok: true,
    });
    deal.pass(hour);
    expect(JSON.stringify(deal.state)).toBe(before);
    expect(deal.facts.length + deal.effects.length).toBe(count);
  });

  it('E18: the result of a mail whose stage has been left moves nothing', () => {
    const deal = new Deal(
      process([
        stage('s', { steps: [task('a')], exits: [exit('go', 'auto', 't')] }),
        stage('t', { steps: [task('b')], exits: won }),
      ]),
    ).start();
    deal.complete('a');
    const mail = { stage: 's', step: 'a', visit: 1, round: 1 };
    const before = deal.facts.length;
    expect(deal.send({ kind: 'mailResult', mail, result: 'sent' })).toEqual({ ok: true });
    expect(deal.facts).toHaveLength(before);
  });
});
