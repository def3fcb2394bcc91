import { describe, expect, it } from 'vitest';
import type { ProcessClockDefinition } from '../../definition/definition.ts';
import { Deal, monday } from '../../world/testing/drive.ts';
import { exit, is, minutes, process, stage, task } from '../../world/testing/process.ts';

const minute = 60_000;
const hour = 60 * minute;
const on = (event: string) => ({ on: 'event', event }) as const;
const firstContact: ProcessClockDefinition = {
  id: 'contact',
  target: minutes(60),
  policy: 'standard',
  start: { on: 'start' },
  stop: { on: 'step', stage: 'two', step: 'call' },
};

function drawn(clock: ProcessClockDefinition = firstContact) {
  const stages = [
    stage('one', { steps: [task('a')], exits: [exit('on', 'auto', 'two')] }),
    stage('two', { steps: [task('call')], exits: [exit('won', 'auto', 'won')] }),
  ];
  return { ...process(stages, { f: 'value' }), clocks: [clock] };
}

const ended = (deal: Deal) => deal.factsOf('ProcessClockEnded').map((f) => f.as);

describe('process clocks', () => {
  it('outlive the stage, and stop with what they are drawn for', () => {
    const deal = new Deal(drawn()).start().pass(10 * minute);
    deal.complete('a');
    expect(deal.clock('process:contact:1')).toMatchObject({ due: monday + hour });
    deal.passTo(monday + hour);
    expect(deal.factsOf('ClockBreached')).toHaveLength(1);
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l1', 'l2']);
    deal.complete('call');
    expect(ended(deal)).toEqual(['metLate']);
  });

  it('stopped at the very instant of the due is met', () => {
    const deal = new Deal(drawn()).start();
    deal.complete('a');
    deal.now = monday + hour;
    deal.complete('call');
    expect(ended(deal)).toEqual(['met']);
    expect(deal.factsOf('ClockBreached')).toEqual([]);
  });

  it('a step that was waived does not stop them; won does, lost cancels them', () => {
    const deal = new Deal(drawn()).start();
    deal.complete('a');
    deal.send({ kind: 'waive', task: deal.ref('call'), reason: 'x' });
    expect([deal.state.status, ended(deal)]).toEqual(['won', ['met']]);
    const lost = new Deal(drawn()).start();
    lost.move('lost', { reasons: ['price'] });
    expect(ended(lost)).toEqual(['cancelled']);
    expect(lost.state.clocks).toEqual([]);
  });

  it('stand and go on by their triggers, begin anew by a reset, end without a verdict by a cancel', () => {
    const triggers = { stop: on('stop'), pause: on('pause'), resume: on('go'), reset: on('reset') };
    const clock = { ...firstContact, ...triggers, cancel: on('cancel') };
    const deal = new Deal(drawn({ ...clock, start: on('begin') })).start();
    const say = (name: string) => deal.send({ kind: 'external', name });
    say('pause');
    expect(deal.state.clocks).toEqual([]);
    say('begin');
    deal.pass(20 * minute);
    say('pause');
    deal.pass(hour);
    say('go');
    expect(deal.clock('process')).toMatchObject({ cycle: 2, due: deal.now + 40 * minute });
    deal.pass(2 * hour);
    say('reset');
    expect(deal.clock('process')).toMatchObject({ breached: false, due: deal.now + hour });
    say('cancel');
    say('begin');
    expect(deal.clock('process:contact:2')).toBeDefined();
    say('stop');
    expect(ended(deal)).toEqual(['cancelled', 'met']);
    expect(new Set(deal.effects.map((e) => e.key)).size).toBe(deal.effects.length);
  });

  it('a condition starts them when it becomes true, not while it is', () => {
    const clock = { ...firstContact, start: { on: 'when', when: is('f', true) } as const };
    const deal = new Deal(drawn({ ...clock, stop: on('stop') })).start({ f: true });
    expect(deal.clock('process:contact:1')).toBeDefined();
    deal.send({ kind: 'external', name: 'stop' });
    deal.set({ f: false });
    expect(deal.state.clocks).toEqual([]);
    deal.set({ f: true });
    expect(deal.clock('process:contact:2')).toBeDefined();
  });

  it('a condition that errs is an incident of the clock, cleared when it can be read', () => {
    const clock = { ...firstContact, start: { on: 'when', when: is('f', true) } as const };
    const deal = new Deal(drawn(clock)).start();
    expect(deal.state.incidents).toMatchObject([{ element: 'contact' }]);
    deal.complete('a');
    expect(deal.state.incidents).toHaveLength(1);
    deal.set({ f: true });
    expect(deal.state.incidents).toEqual([]);
    expect(deal.clock('process')).toBeDefined();
  });

  it('E19: stand while the deal is on hold; work done meanwhile stops them in time', () => {
    const deal = new Deal(drawn()).start();
    deal.complete('a');
    deal.hold(24 * hour);
    deal.pass(5 * hour);
    deal.complete('call');
    expect(ended(deal)).toEqual([]);
    deal.send({ kind: 'resume' });
    expect(ended(deal)).toEqual(['met']);
  });
});
