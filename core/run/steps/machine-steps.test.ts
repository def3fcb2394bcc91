import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  exit,
  has,
  is,
  link,
  minutes,
  process,
  processStep,
  score,
  stage,
  task,
  update,
  webhook,
} from '../../world/testing/process.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';

const exits = [exit('on', 'auto', 't')];
const watched = {
  f: 'value',
  g: 'value',
  points: 'value',
  tier: 'value',
  d: 'value',
  p: 'isSet',
} as const;

function started(step: StepDefinition, values = {}): Deal {
  const first = stage('s', { steps: [step], exits });
  const second = stage('t', { steps: [task('end')], exits: [exit('won', 'auto', 'won')] });
  return new Deal(process([first, second], watched)).start(values);
}

describe('a step that starts another process', () => {
  const step = { stage: 's', step: 'go', visit: 1, round: 1 };
  const failed = {
    kind: 'answers' as const,
    answers: {
      clocks: [],
      timers: [],
      failures: [{ effect: 'process:s:go:1:1', stage: 's', step: 'go', code: 'bad-value' }],
    },
  };

  it('linked it ends when the other has started, as which deal is recorded', () => {
    const deal = started(processStep('go'));
    expect(deal.state.stage).toBe('s');
    expect(deal.effectsOf('startProcess')).toMatchObject([{ process: 'other', waits: false }]);
    deal.send({ kind: 'processStarted', step, deal: 'd2' });
    expect(deal.state.stage).toBe('t');
    expect(deal.factsOf('ProcessStarted')).toMatchObject([{ step: 'go', deal: 'd2' }]);
    deal.send({ kind: 'processStarted', step, deal: 'd2' });
    expect(deal.factsOf('ProcessStarted')).toHaveLength(2);
  });

  it('E29: linked it stops when the other cannot be started, and asks again on retry', () => {
    const deal = started(processStep('go'));
    deal.send(failed);
    expect(deal.state).toMatchObject({
      stage: 's',
      steps: { go: { status: 'incident' } },
      incidents: [{ step: 'go', code: 'bad-value' }],
    });
    const { id: incident } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident, choice: 'retry', by: 'm', reason: null });
    expect(deal.effectsOf('startProcess')).toHaveLength(2);
    deal.send({ kind: 'processStarted', step, deal: 'd2' });
    expect(deal.state.stage).toBe('t');
  });

  it('says on the deal that nothing was started, when the step is not under way any more', () => {
    const deal = started({ ...processStep('go'), mandatory: false });
    expect(deal.state.stage).toBe('t');
    deal.send(failed);
    expect(deal.state.incidents).toMatchObject([{ code: 'bad-value', at: 'result' }]);
    expect(deal.state.status).toBe('open');
  });

  it('waiting it ends with the other deal, whose results it takes over', () => {
    const results = [
      { from: 'a', to: 'f' },
      { from: 'b', to: 'g' },
      { from: 'c', to: 'p' },
    ];
    const deal = started(
      processStep('go', minutes(60), { wait: { timeout: minutes(60), results } }),
    );
    const step = deal.ref('go');
    deal.send({ kind: 'processStarted', step, deal: 'd2' });
    expect(deal.state.steps['go']).toMatchObject({ status: 'running', deal: 'd2' });
    const values = { f: 'hello', g: null };
    deal.send({
      kind: 'processEnded',
      step,
      deal: 'd2',
      outcome: 'won',
      values,
      isSet: { p: true },
    });
    expect(deal.state).toMatchObject({ stage: 't', values: { f: 'hello' }, isSet: { p: true } });
    expect(deal.effectsOf('setValues')).toMatchObject([{ values: { f: 'hello' } }]);
    expect(deal.factsOf('ProcessEnded')).toMatchObject([{ outcome: 'won', deal: 'd2' }]);
  });

  it('E17: it has a time-out; what comes later is recorded and moves nothing', () => {
    const deal = started(processStep('go', minutes(60)));
    const step = deal.ref('go');
    deal.pass(3_600_000);
    expect(deal.state.stage).toBe('t');
    const before = JSON.stringify(deal.state);
    const end = { step, deal: 'd2', outcome: 'lost', values: { a: 1 }, isSet: {} } as const;
    deal.send({ kind: 'processEnded', ...end });
    expect(deal.factsOf('ProcessEnded')).toMatchObject([{ late: true, outcome: 'lost' }]);
    expect(JSON.stringify(deal.state)).toBe(before);
  });

  it('E17: a person ends the waiting by a port', () => {
    const deal = started(processStep('go', minutes(60)));
    expect(
      deal.send({ kind: 'endWait', wait: deal.ref('go'), port: 'lost', reason: 'why' }).ok,
    ).toBe(true);
    expect(deal.state.stage).toBe('t');
  });
});

describe('a webhook', () => {
  it('ends when it is known whether the call got through; a stale result is left alone', () => {
    const links = [link('call.failed>other')];
    const first = stage('s', {
      steps: [webhook('call'), task('other', { mandatory: false })],
      links,
      exits,
    });
    const second = stage('t', { steps: [task('end')], exits: [exit('won', 'auto', 'won')] });
    const deal = new Deal(process([first, second], watched)).start({});
    expect(deal.effectsOf('sendWebhook')).toMatchObject([{ webhook: { step: 'call' } }]);
    const of = deal.ref('call');
    deal.send({ kind: 'webhookResult', webhook: { ...of, round: 2 }, result: 'delivered' });
    expect(deal.status('call')).toBe('running');
    deal.send({ kind: 'webhookResult', webhook: of, result: 'failed', why: '500' });
    expect(deal.factsOf('WebhookSettled')).toMatchObject([{ result: 'failed', why: '500' }]);
    expect(deal.state.stage).toBe('t');
    deal.send({ kind: 'webhookResult', webhook: of, result: 'delivered' });
    expect(deal.factsOf('WebhookSettled')).toHaveLength(1);
  });
});

describe('a score', () => {
  const rules = [
    { when: is('f', 'big'), points: 30 },
    { when: has('p'), points: 20 },
    { when: is('g', 1), points: -5 },
  ];
  const tiers = {
    field: 'tier',
    steps: [
      { value: 'a', least: 25 },
      { value: 'b', least: 0 },
    ],
  };

  it('adds the points of the rules that hold, and writes them and their tier', () => {
    const deal = started(score('sum', { rules, field: 'points', tiers }), { f: 'big', g: 1 });
    expect(deal.state.values).toMatchObject({ points: 25, tier: 'a' });
    expect(deal.effectsOf('setValues')).toMatchObject([{ values: { points: 25, tier: 'a' } }]);
    expect(deal.factsOf('Scored')).toMatchObject([{ points: 25, tier: 'a' }]);
    expect(deal.factsOf('Scored')[0]!.operands).toHaveLength(3);
  });

  it('below every tier it empties the tier', () => {
    const values = { f: 'small', g: 1, tier: 'a' };
    const deal = started(score('sum', { rules, field: 'points', tiers }), values);
    expect(deal.state.values).toMatchObject({ points: -5 });
    expect(deal.state.values).not.toHaveProperty('tier');
    expect(deal.effectsOf('clearValues')).toMatchObject([{ fields: ['tier'] }]);
  });

  it('E7: a rule that errs is an incident, and is read again when the field changes', () => {
    const deal = started(score('sum', { rules, field: 'points' }), { f: 'big' });
    expect(deal.state.incidents).toMatchObject([{ step: 'sum', at: 'work', code: 'absent' }]);
    deal.set({ g: 2 });
    expect(deal.state).toMatchObject({ stage: 't', values: { points: 30 } });
  });
});

describe('an update of dates', () => {
  it('E22: asks which day it is then, in the zone of the calendar', () => {
    const step = {
      ...update('set', 'g', is('f', 'x')),
      dates: [{ field: 'd', in: { n: 3, unit: 'd' } }],
    };
    const deal = started(step as StepDefinition, { f: 'x' });
    expect(deal.effectsOf('setDates')).toMatchObject([{ step: { step: 'set' } }]);
    expect(deal.state).toMatchObject({ stage: 't', values: { g: true, d: '2026-09-10' } });
    expect(deal.effectsOf('setValues').map(({ values }) => values)).toEqual([
      { g: true },
      { d: '2026-09-10' },
    ]);
    expect(new Set(deal.effectsOf('setValues').map(({ key }) => key)).size).toBe(2);
  });
});
