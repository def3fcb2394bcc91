import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  email,
  exit,
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

const watched = { tier: 'value', size: 'value' } as const;
const end = stage('end', { steps: [task('z')], exits: [exit('won', 'auto', 'won')] });
const deadline = { after: minutes(60) };

describe('leaving a stage', () => {
  it('E9: exits are looked at only when nothing more can start', () => {
    const steps = [task('a'), update('mark', 'tier', literal('a')), task('b')];
    const exits = [exit('go', 'auto', 'end')];
    const links = ['a>mark', 'mark>b'];
    const deal = new Deal(process([stage('s', { steps, links, exits }), end], watched)).start();
    deal.complete('a');
    expect(deal.state.stage).toBe('s');
    expect(deal.status('b')).toBe('open');
  });

  it('E9: the first automatic exit whose condition holds is taken, with its operands', () => {
    const exits = [
      exit('big', 'auto', 'end', { when: is('tier', 'a') }),
      exit('small', 'auto', 'lost', { reason: 'price' }),
    ];
    const drawn = process([stage('s', { steps: [task('a')], exits }), end], watched);
    const big = new Deal(drawn).start({ tier: 'a' });
    big.complete('a');
    expect(big.factsOf('StageLeft')).toMatchObject([
      { element: 'big', mode: 'auto', operands: [{ field: 'tier', value: 'a' }] },
    ]);
    const small = new Deal(drawn).start({ tier: 'b' });
    small.complete('a');
    expect(small.state.outcome).toEqual({ kind: 'lost', reasons: ['price'] });
  });

  it('E9: when the gate of the chosen exit fails the deal stays, and the next exit is not tried', () => {
    const criteria = [{ id: 'ready', when: is('size', 1) }];
    const exits = [exit('go', 'auto', 'end'), exit('no', 'auto', 'lost', { reason: 'price' })];
    const deal = new Deal(process([stage('s', { criteria, exits }), end], watched));
    deal.start({ size: 0 });
    expect(deal.state).toMatchObject({ status: 'open', stage: 's' });
    deal.set({ size: 1 });
    expect(deal.state.stage).toBe('end');
  });

  it('E9: an exit that was taken as often as it may be is passed over, and the next is tried', () => {
    const exits = [
      exit('again', 'auto', 's', { max: 1, when: is('size', 1) }),
      exit('go', 'auto', 'end'),
    ];
    const drawn = process([stage('s', { steps: [task('a')], exits }), end], watched);
    const deal = new Deal(drawn).start({ size: 1 });
    deal.complete('a');
    expect(deal.state).toMatchObject({ stage: 's', visits: { s: 2 } });
    deal.set({ size: null });
    deal.send({ kind: 'arm', stage: 's', visit: 2 });
    expect(deal.state).toMatchObject({ stage: 'end', incidents: [] });
  });

  it('E9: the oldest reached leave step whose gate passes goes, before automatic exits', () => {
    const criteria = [{ id: 'ready', when: is('size', 1) }];
    const steps = [task('a'), task('b'), leave('toEnd', 'end'), leave('giveUp', 'lost', 'timing')];
    const links = ['a>toEnd', 'b>giveUp'];
    const exits = [exit('won', 'auto', 'won')];
    const drawn = process([stage('s', { criteria, steps, links, exits }), end], watched);
    const deal = new Deal(drawn).start({ size: 0 });
    deal.complete('a');
    expect(deal.status('toEnd')).toBe('waiting');
    deal.complete('b');
    expect(deal.state).toMatchObject({ status: 'lost', outcome: { reasons: ['timing'] } });
    expect(deal.factsOf('StageLeft')).toMatchObject([{ via: 'leave', element: 'giveUp' }]);
    expect(deal.status('giveUp')).toBe('ended');
  });

  it('E9: of two reached leave steps that may go at once, the one reached first goes', () => {
    const criteria = [{ id: 'ready', when: is('size', 1) }];
    const steps = [task('a'), task('b'), leave('second', 'won'), leave('first', 'end')];
    const links = ['a>second', 'b>first'];
    const deal = new Deal(process([stage('s', { criteria, steps, links }), end], watched));
    deal.start({ size: 0 });
    deal.complete('b');
    deal.complete('a');
    expect([deal.status('first'), deal.status('second')]).toEqual(['waiting', 'waiting']);
    deal.set({ size: 1 });
    expect(deal.state.stage).toBe('end');
  });

  it('E9: a reached but blocked leave step holds back automatic exits and is no unmet item', () => {
    const criteria = [{ id: 'ready', when: is('size', 1) }];
    const steps = [leave('toEnd', 'end')];
    const exits = [
      exit('lost', 'auto', 'lost', { reason: 'price' }),
      exit('hand', 'manual', 'end'),
    ];
    const deal = new Deal(process([stage('s', { criteria, steps, exits }), end], watched));
    deal.start({ size: 0 });
    expect(deal.state.status).toBe('open');
    expect(deal.move('hand')).toMatchObject({ unmet: [{ kind: 'criterion', criterion: 'ready' }] });
    deal.set({ size: 1 });
    expect(deal.state.stage).toBe('end');
  });

  it("E9: the event's own exit comes before automatic ones", () => {
    const exits = [
      exit('go', 'auto', 'end', { when: is('size', 1) }),
      exit('reply', 'event', 'lost', { event: 'unsubscribe', reason: 'timing' }),
    ];
    const drawn = process([stage('s', { steps: [task('a')], exits }), end], watched);
    const deal = new Deal(drawn).start({ size: 1 });
    deal.send({ kind: 'external', name: 'other' });
    expect(deal.state.status).toBe('open');
    deal.send({ kind: 'external', name: 'unsubscribe' });
    expect(deal.factsOf('StageLeft')).toMatchObject([{ element: 'reply', mode: 'event' }]);
    expect(deal.state.status).toBe('lost');
  });

  it('E9: a passed deadline takes its exit; blocked by the gate, the deal stays', () => {
    const exits = [exit('late', 'event', 'end', { event: 'deadline' })];
    const steps = [task('a')];
    const blocked = new Deal(process([stage('s', { deadline, steps, exits }), end])).start();
    blocked.pass(3_600_000);
    expect(blocked.factsOf('ClockBreached')).toHaveLength(1);
    expect(blocked.state.stage).toBe('s');
    const free = [exit('late', 'event', 'end', { event: 'deadline', ungated: true })];
    const deal = new Deal(process([stage('s', { deadline, steps, exits: free }), end])).start();
    deal.pass(3_600_000);
    expect(deal.state.stage).toBe('end');
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'metLate' }]);
  });

  it('E6: an erring exit of an event is an incident, and is called again when it can be read', () => {
    const when = is('tier', 'a');
    const exits = [exit('reply', 'event', 'lost', { event: 'bye', reason: 'timing', when })];
    const deal = new Deal(process([stage('s', { steps: [task('a')], exits })], watched)).start();
    deal.send({ kind: 'external', name: 'bye' });
    expect(deal.state.incidents).toMatchObject([{ element: 'reply' }]);
    deal.set({ tier: 'a' });
    expect(deal.state.status).toBe('lost');
  });

  it('E9: while the exit of an event errs, no automatic exit is taken, and no wake-up takes one', () => {
    const when = is('tier', 'a');
    const exits = [
      exit('reply', 'event', 'lost', { event: 'bye', reason: 'timing', when }),
      exit('won', 'auto', 'won'),
    ];
    const deal = new Deal(process([stage('s', { steps: [task('a')], exits })], watched)).start();
    deal.send({ kind: 'external', name: 'bye' });
    deal.complete('a');
    deal.send({ kind: 'tick' });
    expect(deal.state.status).toBe('open');
    deal.set({ tier: 'b' });
    expect(deal.state.status).toBe('won');
  });

  it('E10: a manual move is refused with every unmet item at once, and changes nothing', () => {
    const criteria = [{ id: 'ready', when: is('size', 1) }];
    const entry = [{ id: 'known', when: is('tier', 'a') }];
    const next = stage('next', { entry, exits: [exit('won', 'auto', 'won')] });
    const steps = [task('a'), task('b', { mandatory: false }), email('m')];
    const exits = [exit('go', 'manual', 'next')];
    const deal = new Deal(process([stage('s', { criteria, steps, exits }), next], watched));
    deal.start({ size: 0 });
    const before = JSON.stringify(deal.state);
    expect(deal.move('go')).toMatchObject({
      ok: false,
      code: 'unmet',
      unmet: [
        { kind: 'step', step: 'a', status: 'open' },
        { kind: 'step', step: 'm', status: 'running' },
        { kind: 'criterion', side: 'exit', criterion: 'ready' },
        { kind: 'criterion', side: 'entry', criterion: 'known', error: 'absent' },
      ],
    });
    expect(JSON.stringify(deal.state)).toBe(before);
  });

  it('E10: a person may go by an automatic exit too, under the same gate', () => {
    const exits = [exit('go', 'auto', 'end'), exit('late', 'event', 'end', { event: 'deadline' })];
    const deal = new Deal(process([stage('s', { steps: [task('a')], exits }), end])).start();
    expect(deal.move('go')).toMatchObject({ code: 'unmet', unmet: [{ step: 'a' }] });
    expect(deal.move('late', { override: { reason: 'sub1' } })).toMatchObject({
      code: 'unknown-exit',
    });
    expect(deal.move('go', { override: { reason: 'sub1' } })).toEqual({ ok: true });
    expect(deal.factsOf('StageLeft')).toMatchObject([{ mode: 'manual', by: 'anna' }]);
  });

  it('E10: an override passes the gate with its reason, and waives what was open, recorded', () => {
    const steps = [task('a'), task('b', { mandatory: false }), task('c')];
    const exits = [exit('go', 'manual', 'end')];
    const drawn = process([stage('s', { deadline, steps, links: ['a>c'], exits }), end]);
    const deal = new Deal(drawn).start();
    expect(deal.move('go', { override: { reason: 'sub7' } })).toEqual({ ok: true });
    expect(deal.factsOf('GateOverridden')).toMatchObject([
      { by: 'anna', reason: 'sub7', unmet: [{ step: 'a' }, { step: 'c' }] },
    ]);
    expect(deal.effectsOf('closeTask')).toMatchObject([
      { task: { step: 'a' }, as: 'waived', why: 'override', by: 'anna' },
      { task: { step: 'b' }, as: 'cancelled', why: 'stage_left' },
    ]);
    expect(deal.factsOf('StepSteppedOver').map((f) => [f.step, f.why, f.reason])).toEqual([
      ['a', 'waived', 'sub7'],
      ['c', 'waived', 'sub7'],
    ]);
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'met' }]);
  });

  it('E10: lost asks for a reason alone, is always possible, and cancels tasks and clocks', () => {
    const steps = [task('a', { due: minutes(30) }), task('b', { mandatory: false })];
    const deal = new Deal(process([stage('s', { deadline, steps }), end])).start();
    expect(deal.move('lost')).toMatchObject({ unmet: [{ kind: 'reasons', outcome: 'lost' }] });
    expect(deal.move('lost', { reasons: ['nonsense'] })).toMatchObject({ code: 'unmet' });
    expect(deal.move('lost', { reasons: ['price'] })).toEqual({ ok: true });
    expect(deal.effectsOf('closeTask').map((e) => [e.as, e.why])).toEqual([
      ['cancelled', 'lost'],
      ['cancelled', 'lost'],
    ]);
    expect(deal.effectsOf('stopClock').map((e) => e.as)).toEqual(['cancelled', 'cancelled']);
    expect(deal.state).toMatchObject({
      status: 'lost',
      clocks: [],
      outcome: { reasons: ['price'] },
    });
    expect(deal.wakeAt).toBeUndefined();
  });

  it('E10: won by hand asks for a reason even with an override, an automatic one does not', () => {
    const drawn = process([
      stage('s', { steps: [task('a')], exits: [exit('w', 'manual', 'won')] }),
    ]);
    const deal = new Deal(drawn).start();
    const override = { reason: 'sub7' };
    expect(deal.move('w', { override })).toMatchObject({ unmet: [{ kind: 'reasons' }] });
    deal.move('w', { override, reasons: ['quality'] });
    expect(deal.state.outcome).toEqual({ kind: 'won', reasons: ['quality'] });
    const other = new Deal(process([end])).start();
    other.complete('z');
    expect(other.state.outcome).toEqual({ kind: 'won', reasons: [] });
  });

  it('E10: an ungated automatic exit goes as soon as its condition holds, waiving open steps', () => {
    const exits = [exit('early', 'auto', 'end', { ungated: true, when: is('size', 3) })];
    const steps = [task('a'), wait('trial', { n: 14, unit: 'd' })];
    const deal = new Deal(process([stage('s', { steps, exits }), end], watched)).start({ size: 0 });
    expect(deal.state.stage).toBe('s');
    deal.set({ size: 3 });
    expect(deal.state.stage).toBe('end');
    expect(deal.factsOf('StepSteppedOver').map((f) => [f.step, f.why])).toEqual([
      ['a', 'waived'],
      ['trial', 'waived'],
    ]);
  });

  it('E10: a manual exit with a condition is offered, and the condition is an unmet item', () => {
    const exits = [exit('go', 'manual', 'end', { when: is('tier', 'a') })];
    const deal = new Deal(process([stage('s', { exits }), end], watched)).start({ tier: 'b' });
    expect(deal.move('go')).toMatchObject({ unmet: [{ kind: 'criterion', criterion: 'go' }] });
    expect(deal.move('nowhere')).toMatchObject({ code: 'unknown-exit' });
  });

  it('E15: more than 25 stage entries in one step are an incident that disarms the exits', () => {
    const stages = Array.from({ length: 40 }, (_, n) =>
      stage(`s${n}`, { exits: [exit('go', 'auto', n < 39 ? `s${n + 1}` : 'won')] }),
    );
    const deal = new Deal(process(stages)).start();
    expect(deal.state.stage).toBe('s24');
    expect(deal.state.incidents).toMatchObject([{ code: 'loop' }]);
    deal.send({ kind: 'external', name: 'anything' });
    expect(deal.state.stage).toBe('s24');
    const { id } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident: id, choice: 'retry', reason: null });
    expect(deal.state.status).toBe('won');
  });

  it('E15: two stages that send the deal back and forth stop', () => {
    const stages = [
      stage('a', { steps: [leave('x', 'b')] }),
      stage('b', { steps: [leave('y', 'a')], exits: [exit('go', 'auto', 'a')] }),
    ];
    const deal = new Deal(process(stages)).start();
    expect(deal.factsOf('StageEntered')).toHaveLength(25);
    expect(deal.state.incidents).toMatchObject([{ code: 'loop' }]);
    expect(deal.move('lost', { reasons: ['price'] })).toEqual({ ok: true });
  });
});
