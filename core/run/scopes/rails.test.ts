import { describe, expect, it } from 'vitest';
import type { RailDefinition } from '../../definition/definition.ts';
import { Deal, monday } from '../../world/testing/drive.ts';
import {
  exit,
  is,
  leave,
  link,
  literal,
  minutes,
  process,
  stage,
  task,
  update,
  wait,
  waitFor,
} from '../../world/testing/process.ts';

const minute = 60_000;
const hour = 60 * minute;
const silence: RailDefinition['trigger'] = {
  on: 'silence',
  after: minutes(60),
  events: ['reply', 'call'],
};

function drawn(rail: Partial<RailDefinition> = {}) {
  const stages = ['one', 'two', 'three'].map((id, at) =>
    stage(id, {
      steps: [task(`do${at}`)],
      exits: [exit('on', 'auto', ['two', 'three', 'won'][at]!)],
    }),
  );
  const quiet: RailDefinition = {
    id: 'quiet',
    from: 'one',
    to: 'two',
    trigger: silence,
    steps: [task('ask'), wait('later', minutes(30))],
    links: [link('ask>later')],
    ...rail,
  };
  return { ...process(stages, { f: 'value' }), rails: [quiet] };
}

const rails = (deal: Deal) =>
  deal.facts.flatMap((f) =>
    f.type === 'RailStarted' ? ['start'] : f.type === 'RailEnded' ? [f.why] : [],
  );

describe('rails', () => {
  it('start when it was silent for long enough; each of its events measures anew', () => {
    const deal = new Deal(drawn()).start();
    expect(deal.wakeAt).toBe(monday + hour);
    deal.pass(40 * minute).send({ kind: 'external', name: 'call' });
    expect(deal.wakeAt).toBe(monday + 100 * minute);
    deal.complete('do0');
    expect(deal.wakeAt).toBe(monday + 100 * minute);
    deal.pass(hour);
    expect(rails(deal)).toEqual(['start']);
    expect(deal.state.sides!['quiet']!.steps['ask']!.status).toBe('open');
  });

  it('are over with their event, with the last of their steps, or when the deal leaves them', () => {
    const byEvent = new Deal(drawn()).start().pass(hour);
    byEvent.send({ kind: 'external', name: 'reply' });
    expect(rails(byEvent)).toEqual(['start', 'event']);
    expect(byEvent.effectsOf('closeTask')).toMatchObject([{ as: 'cancelled', why: 'rail' }]);
    expect(byEvent.wakeAt).toBeUndefined();
    const done = new Deal(drawn({ again: true })).start().pass(hour);
    const ask = done.railRef('quiet', 'ask');
    const none = { values: {}, isSet: {} };
    done.send({ kind: 'complete', task: ask, outcome: 'done', submission: null, ...none });
    done.pass(30 * minute);
    expect(rails(done)).toEqual(['start', 'done']);
    done.send({ kind: 'external', name: 'reply' });
    done.pass(hour);
    expect(rails(done)).toEqual(['start', 'done', 'start']);
    done.complete('do0');
    expect(done.state.sides).toHaveProperty('quiet');
    done.complete('do1');
    expect(rails(done).at(-1)).toBe('left');
    expect(done.state.sides).toBeUndefined();
    expect(done.wakeAt).toBeUndefined();
  });

  it('never take part in a gate, and their incidents and clocks do not go with the stage', () => {
    const trigger = { on: 'start' } as const;
    const steps = [task('do0', { due: minutes(90), when: is('f', true) }), task('ask')];
    const deal = new Deal(drawn({ trigger, steps, links: [] })).start();
    expect(rails(deal)).toEqual(['start']);
    expect(deal.state.incidents).toMatchObject([{ step: 'do0', frame: 'quiet' }]);
    deal.complete('do0');
    expect(deal.state.stage).toBe('two');
    expect(deal.state.incidents).toHaveLength(1);
    deal.set({ f: true });
    expect(deal.clock('task:quiet:do0:1:1')).toBeDefined();
    deal.complete('do1');
    expect(deal.state.clocks).toEqual([]);
    expect(deal.state.status).toBe('open');
  });

  it('a leave step brings the deal away: to lost at once, elsewhere by the gate', () => {
    const lost = { steps: [leave('out', 'lost', 'timing')], links: [] };
    const deal = new Deal(drawn(lost)).start().pass(hour);
    expect(deal.state.outcome).toEqual({ kind: 'lost', reasons: ['timing'] });
    expect(rails(deal)).toEqual(['start', 'left']);
    const ahead = new Deal(drawn({ steps: [leave('out', 'three')], links: [] })).start().pass(hour);
    expect(ahead.state.stage).toBe('one');
    ahead.complete('do0');
    expect(ahead.state.stage).toBe('three');
  });

  it('start by a condition, an event, a stage or a step, once unless drawn to run again', () => {
    const trigger = { on: 'event', event: 'ping' } as const;
    const steps = [waitFor('w', 'ping', minutes(5), 'stageEntry')];
    const deal = new Deal(drawn({ trigger, steps, links: [] })).start();
    deal.send({ kind: 'external', name: 'ping' });
    expect(deal.state.sides!['quiet']!.steps['w']!.status).toBe('waiting');
    deal.pass(minute).send({ kind: 'external', name: 'ping' });
    deal.send({ kind: 'external', name: 'ping' });
    expect(rails(deal)).toEqual(['start', 'done']);
    const byStep = { on: 'step', stage: 'one', step: 'do0' } as const;
    const stepped = new Deal(drawn({ trigger: byStep })).start();
    stepped.complete('do0');
    expect(rails(stepped)).toEqual(['start']);
    const when = new Deal(drawn({ trigger: { on: 'when', when: is('f', true) } })).start();
    when.set({ f: true });
    expect(rails(when)).toEqual(['start']);
  });

  it('do not go in a circle when each sets the other off', () => {
    const flip = (id: string, from: boolean): RailDefinition => ({
      ...drawn().rails[0]!,
      id,
      again: true,
      trigger: { on: 'when', when: is('f', from) },
      steps: [update('set', 'f', literal(!from))],
      links: [],
    });
    const deal = new Deal({ ...drawn(), rails: [flip('a', true), flip('b', false)] });
    deal.start({ f: true });
    expect(rails(deal)).toEqual(['start', 'start', 'done', 'done']);
  });

  it('E19: silence stands while the deal is on hold', () => {
    const deal = new Deal(drawn()).start().pass(20 * minute);
    deal.hold(24 * hour);
    deal.pass(5 * hour);
    expect(rails(deal)).toEqual([]);
    deal.send({ kind: 'resume' });
    expect(deal.wakeAt).toBe(deal.now + 40 * minute);
    deal.pass(40 * minute);
    expect(rails(deal)).toEqual(['start']);
  });
});
