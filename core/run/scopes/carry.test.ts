import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import { approval, exit, minutes, process, stage, task } from '../../world/testing/process.ts';
import { waysOut } from '../ways-out/ways-out.ts';

const carried = (more: object = {}) =>
  task('bank', { carry: {}, due: minutes(600), policy: 'standard', ...more });

/** `bank` begins in s and goes along; s → t → u → won, and from t back to s. */
function three(bank = carried()): Deal {
  const first = stage('s', { steps: [task('a'), bank], exits: [exit('on', 'auto', 't')] });
  const back = exit('back', 'auto', 's', { when: { op: 'has', args: ['again'] } });
  const second = stage('t', { steps: [task('b')], exits: [back, exit('on', 'auto', 'u')] });
  const third = stage('u', { steps: [task('c')], exits: [exit('won', 'auto', 'won')] });
  return new Deal(process([first, second, third], { again: 'value' })).start();
}

const unmetOf = (deal: Deal, id: string) =>
  waysOut(deal.definition, deal.state).find((way) => way.id === id)!.unmet;

const none = { submission: null, values: {}, isSet: {} };

function completeCarried(deal: Deal): void {
  const task = deal.refIn('s', 'bank');
  expect(deal.send({ kind: 'complete', task, outcome: 'done', ...none })).toEqual({ ok: true });
}

/** s → t with two steps carried along, of which `bank` is done in t. */
function twoCarried(): Deal {
  const first = stage('s', {
    steps: [task('a'), carried(), task('letter', { carry: {} })],
    exits: [exit('on', 'auto', 't')],
  });
  const exits = [exit('back', 'manual', 's'), exit('won', 'auto', 'won')];
  const deal = new Deal(process([first, stage('t', { steps: [task('b')], exits })])).start();
  deal.complete('a');
  completeCarried(deal);
  return deal;
}

/** A carried approval of s is decided in t, from which the deal comes back to s. */
function comesBackAfter(decision: 'approved' | 'rejected'): Deal {
  const first = stage('s', {
    steps: [task('a'), approval('ok', { carry: {} })],
    exits: [exit('on', 'auto', 't')],
  });
  const exits = [exit('back', 'manual', 's'), exit('won', 'auto', 'won')];
  const deal = new Deal(process([first, stage('t', { steps: [task('b')], exits })])).start();
  deal.complete('a');
  deal.decide(deal.refIn('s', 'ok'), 'a', decision);
  deal.move('back');
  return deal;
}

describe('carried work', () => {
  it('E11: a started step goes along: its task stays, its clock runs on, the stage is left', () => {
    const deal = three();
    deal.complete('a');
    expect(deal.state.stage).toBe('t');
    expect(deal.factsOf('StepCarried')).toMatchObject([{ stage: 's', step: 'bank', to: 't' }]);
    expect(deal.state.sides?.['s']?.steps).toMatchObject({ bank: { status: 'open', visit: 1 } });
    expect(deal.state.clocks.map((clock) => clock.id)).toEqual(['task:s:bank:1:1']);
    expect(deal.effectsOf('closeTask').map((effect) => effect.task.step)).toEqual(['a']);
    deal.passTo(deal.state.clocks[0]!.due!);
    expect(deal.factsOf('ClockBreached')).toMatchObject([{ stage: 's', step: 'bank' }]);
  });

  it('E11: only what has started goes along; what is pending holds the stage', () => {
    const first = stage('s', {
      steps: [task('a'), carried()],
      links: ['a>bank'],
      exits: [exit('on', 'manual', 'won')],
    });
    const deal = new Deal(process([first])).start();
    expect(unmetOf(deal, 'on').map((item) => item.kind)).toEqual(['step', 'step']);
  });

  it('E11: it is completed from the later stage, and then nothing is left of it', () => {
    const deal = three();
    deal.complete('a');
    const ref = deal.refIn('s', 'bank');
    const none = { submission: null, values: {}, isSet: {} };
    expect(deal.send({ kind: 'complete', task: ref, outcome: 'done', ...none }).ok).toBe(true);
    expect(deal.state.sides).toBeUndefined();
    expect(deal.state.clocks).toEqual([]);
    expect(deal.send({ kind: 'complete', task: ref, outcome: 'done', ...none }).ok).toBe(false);
  });

  it('E11: it blocks won until it is done, automatic or not', () => {
    const deal = three();
    for (const step of ['a', 'b', 'c']) deal.complete(step);
    expect(deal.state).toMatchObject({ status: 'open', stage: 'u' });
    expect(unmetOf(deal, 'won')).toEqual([
      { kind: 'carried', stage: 's', step: 'bank', status: 'open' },
    ]);
    const task = deal.refIn('s', 'bank');
    deal.send({ kind: 'complete', task, outcome: 'done', submission: null, values: {}, isSet: {} });
    expect(deal.state.status).toBe('won');
  });

  it('E11: it blocks the stage named, and what lies beyond', () => {
    const deal = three(carried({ carry: { until: 'u' } }));
    deal.complete('a');
    deal.complete('b');
    expect(deal.state.stage).toBe('t');
    expect(unmetOf(deal, 'on')).toMatchObject([{ kind: 'carried', step: 'bank' }]);
    const at = three(carried({ carry: { until: 't' } }));
    at.complete('a');
    expect(at.state.stage).toBe('s');
  });

  it('E11: coming back to its stage adopts it; its references and its clock stay', () => {
    const deal = three();
    deal.complete('a');
    const ref = deal.refIn('s', 'bank');
    deal.complete('b', 'done', { again: 1 });
    expect(deal.state).toMatchObject({ stage: 's', visits: { s: 2 } });
    expect(deal.factsOf('StepAdopted')).toMatchObject([{ step: 'bank', visit: 1 }]);
    expect(deal.state.sides).toBeUndefined();
    expect(deal.ref('bank')).toEqual(ref);
    expect(deal.effectsOf('openTask').filter((e) => e.task.step === 'bank')).toHaveLength(1);
    expect(deal.state.clocks).toHaveLength(1);
    expect(deal.complete('bank').ok).toBe(true);
    expect(deal.status('bank')).toBe('ended');
  });

  it('E11: lost cancels it, with its clock and its incidents', () => {
    const deal = three(
      carried({ assign: { kind: 'department', department: 'closed' }, due: { n: 1, unit: 'bh' } }),
    );
    deal.complete('a');
    expect(deal.state.incidents).toMatchObject([{ frame: 's', code: 'no-working-time' }]);
    deal.move('lost', { reasons: ['price'] });
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { stage: 's', step: 'bank' },
      as: 'cancelled',
      why: 'lost',
    });
    expect(deal.state).toMatchObject({ status: 'lost', clocks: [], incidents: [] });
  });

  it('E3: who did the work before a carried approval may not give it in a later stage either', () => {
    const first = stage('s', {
      steps: [task('a'), approval('ok', { carry: {} })],
      links: ['a>ok'],
      exits: [exit('on', 'auto', 't')],
    });
    const second = stage('t', { steps: [task('b')], exits: [exit('won', 'auto', 'won')] });
    const deal = new Deal(process([first, second])).start();
    deal.complete('a');
    expect(deal.state.stage).toBe('t');
    const ok = deal.refIn('s', 'ok');
    expect(deal.decide(ok, 'a', 'approved', 'anna')).toMatchObject({ code: 'own-request' });
    expect(deal.decide(ok, 'a', 'approved').ok).toBe(true);
  });

  it('E11: an override takes it back from whoever has it', () => {
    const deal = three();
    deal.move('on', { override: { reason: 'why' } });
    expect(deal.state.stage).toBe('t');
    expect(deal.state.sides).toBeUndefined();
    expect(deal.effectsOf('closeTask').map(({ task, as }) => [task.step, as])).toEqual([
      ['a', 'waived'],
      ['bank', 'recalled'],
    ]);
  });

  it('E11: optional work that was asked for goes along, holds an automatic end, and not a person', () => {
    const first = stage('s', {
      steps: [task('a'), carried({ mandatory: false })],
      exits: [exit('on', 'auto', 'won'), exit('hand', 'manual', 'won')],
    });
    const deal = new Deal(process([first])).start();
    deal.send({ kind: 'request', task: deal.ref('bank') });
    deal.complete('a');
    expect(deal.state.status).toBe('open');
    expect(deal.move('hand', { reasons: ['quality'] }).ok).toBe(true);
  });

  it('E11: what was carried and done stays done when the deal comes back to its stage', () => {
    const deal = three();
    deal.complete('a');
    completeCarried(deal);
    deal.complete('b', 'done', { again: 1 });
    expect(deal.state).toMatchObject({ stage: 's', visits: { s: 2 } });
    expect(deal.status('bank')).toBe('ended');
    expect(deal.factsOf('StepKept').map(({ step }) => step)).toEqual(['a', 'bank']);
    expect(deal.effectsOf('openTask').filter((e) => e.task.step === 'bank')).toHaveLength(1);
  });

  it('E12: carried work that depends on something else now, or always comes anew, is done again', () => {
    const changed = three(carried({ inputs: ['again'] }));
    changed.complete('a');
    completeCarried(changed);
    changed.complete('b', 'done', { again: 1 });
    expect(changed.ref('bank')).toMatchObject({ visit: 2 });
    expect(changed.status('bank')).toBe('open');
    const always = three(carried({ redo: 'always' }));
    always.complete('a');
    completeCarried(always);
    always.complete('b', 'done', { again: 1 });
    expect(always.status('bank')).toBe('open');
  });

  it('E12: who goes back may have carried work done again, also while other work is still carried', () => {
    const kept = twoCarried();
    kept.move('back');
    expect([kept.status('bank'), kept.status('letter')]).toEqual(['ended', 'open']);
    const again = twoCarried();
    again.move('back', { redo: ['bank'] });
    expect([again.status('bank'), again.status('letter')]).toEqual(['open', 'open']);
  });

  it('E11: a carried approval that was given is kept, one that was rejected is asked for anew', () => {
    expect(comesBackAfter('approved').status('ok')).toBe('ended');
    expect(comesBackAfter('rejected').status('ok')).toBe('open');
  });
});
