import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import {
  approval,
  exit,
  link,
  literal,
  process,
  stage,
  task,
  update,
} from '../../world/testing/process.ts';
import { waysOut } from '../ways-out/ways-out.ts';

const won = exit('won', 'auto', 'won');
const watched = { price: 'value' } as const;
const voided = { voidOn: ['price'] };

function inStage(): Deal {
  const steps = [task('calc'), approval('ok', voided), task('contract'), task('else')];
  const links = ['calc>ok', 'ok.approved>contract'];
  const deal = new Deal(process([stage('s', { steps, links, exits: [won] })], watched));
  deal.start({ price: 1 });
  deal.complete('calc', 'done', { price: 10 });
  deal.decide(deal.ref('ok'), 'a', 'approved');
  return deal;
}

/** Approved at price 10; behind it `talk` may give another price, and a term. */
function negotiated(talk: object = {}, ...more: StepDefinition[]): Deal {
  const outputs = ['price', 'term'];
  const steps = [approval('ok', voided), task('talk', { outputs, ...talk }), ...more];
  const stages = [stage('s', { steps, links: ['ok.approved>talk'], exits: [won] })];
  const deal = new Deal(process(stages, { price: 'value', term: 'value' })).start({ price: 10 });
  deal.decide(deal.ref('ok'), 'a', 'approved');
  return deal;
}

/** The deal has been approved in `s` and is now in `t`, whose exit leads on to `u` by hand. */
function later(): Deal {
  const steps = [task('calc'), approval('ok', voided), task('contract')];
  const first = stage('s', {
    steps,
    links: ['calc>ok', 'ok.approved>contract'],
    exits: [exit('on', 'auto', 't')],
  });
  const second = stage('t', {
    steps: [task('send')],
    exits: [exit('next', 'auto', 'u'), exit('hand', 'manual', 'won')],
  });
  const third = stage('u', { steps: [task('sign')], exits: [won] });
  const deal = new Deal(process([first, second, third], watched)).start({ price: 1 });
  deal.complete('calc');
  deal.decide(deal.ref('ok'), 'a', 'approved');
  deal.complete('contract');
  return deal;
}

describe('a change after an approval', () => {
  it('E14: in the same stage the approval and all behind it come anew, the rest stays', () => {
    const deal = inStage();
    expect(deal.status('contract')).toBe('open');
    deal.set({ price: 12 });
    expect(deal.factsOf('ApprovalVoided')).toMatchObject([
      { step: 'ok', round: 1, field: 'price' },
    ]);
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 2 });
    expect(deal.state.steps['contract']).toEqual({ status: 'pending', round: 2 });
    expect(deal.status('else')).toBe('open');
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { step: 'contract', round: 1 },
      as: 'recalled',
    });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    deal.complete('contract');
    deal.complete('else');
    expect(deal.state.status).toBe('won');
  });

  it('E14, E19: an approval given and voided while the deal is frozen lets nothing begin', () => {
    const deal = inStage();
    deal.set({ price: 11 });
    deal.send({ kind: 'pauseProcess', freeze: 'f' });
    deal.set({ price: 12 });
    deal.send({ kind: 'resumeProcess', freeze: 'f' });
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 2 });
    deal.send({ kind: 'pauseProcess', freeze: 'f' });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    deal.set({ price: 13 });
    deal.set({ price: 14 });
    deal.send({ kind: 'resumeProcess', freeze: 'f' });
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 3 });
    expect(deal.status('contract')).toBe('pending');
    deal.decide(deal.ref('ok'), 'a', 'approved');
    expect(deal.status('contract')).toBe('open');
  });

  it('E14: the step that changed the field behind the approval is set back with it', () => {
    const deal = inStage();
    deal.complete('contract', 'done', { price: 9 });
    expect(deal.status('ok')).toBe('open');
    expect(deal.status('contract')).toBe('pending');
  });

  it('E14: the value that voids an approval is what it approves next, and work that is kept stands', () => {
    const deal = negotiated();
    deal.complete('talk', 'done', { price: 9, term: 3 });
    expect(deal.state.values).toEqual({ price: 9 });
    expect(deal.state.hidden).toEqual({ term: 3 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    expect(deal.factsOf('ApprovalVoided')).toHaveLength(1);
    expect(deal.state).toMatchObject({ status: 'won', values: { price: 9, term: 3 } });
  });

  it('E14: a change made by hand counts also where a step behind the approval had set the field', () => {
    const deal = negotiated({}, task('else'));
    deal.complete('talk', 'done', { price: 10 });
    deal.set({ price: 11 });
    expect(deal.status('ok')).toBe('open');
    expect(deal.state.values).toEqual({ price: 11 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    expect(deal.status('talk')).toBe('ended');
    expect(deal.factsOf('ApprovalVoided')).toHaveLength(1);
  });

  it('E14: work that is always done again may give the same value and void nothing', () => {
    const deal = negotiated({ redo: 'always' });
    deal.complete('talk', 'done', { price: 9 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    expect(deal.status('talk')).toBe('open');
    deal.complete('talk', 'done', { price: 9 });
    expect(deal.state.status).toBe('won');
  });

  it('E13, E14: what a step before the approval sets is hidden while that step is done again', () => {
    const steps = [
      approval('size', { voidOn: ['size'] }),
      task('calc', { outputs: ['price'] }),
      approval('ok', voided),
      task('talk', { outputs: ['price'] }),
    ];
    const links = ['size>calc', 'calc>ok', 'ok>talk'];
    const stages = [stage('s', { steps, links, exits: [won] })];
    const deal = new Deal(process(stages, { price: 'value', size: 'value' })).start({ size: 1 });
    deal.decide(deal.ref('size'), 'a', 'approved');
    deal.complete('calc', 'done', { price: 10 });
    deal.set({ size: 2 });
    expect(deal.state.hidden).toEqual({ price: 10 });
  });

  it('E14: an update step voids as well, and the same value does not', () => {
    const steps = [
      approval('ok', voided),
      { ...update('set', 'price', literal(5)), outputs: ['price'] },
    ];
    const exits = [won];
    const deal = new Deal(process([stage('s', { steps, links: ['ok>set'], exits })], watched));
    deal.start({ price: 1 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 2 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    expect(deal.state.status).toBe('won');
  });

  it('E14: a word given while others are asked is void too; a waiver stays', () => {
    const person = { kind: 'person', person: 'x' } as const;
    const approvers = ['a', 'b'].map((id) => ({ id, to: person, count: 1 }));
    const steps = [approval('ok', { ...voided, approvers }), task('else')];
    const deal = new Deal(process([stage('s', { steps, exits: [won] })], watched));
    deal.start({ price: 1 }).set({ price: 2 });
    expect(deal.state.steps['ok']!.round).toBe(1);
    deal.decide(deal.ref('ok'), 'a', 'approved', 'x');
    deal.set({ price: 3 });
    expect(deal.state.steps['ok']).toMatchObject({ round: 2, status: 'open' });
    deal.send({ kind: 'waive', task: deal.ref('ok'), reason: 'why' });
    deal.set({ price: 4 });
    expect(deal.state.steps['ok']).toMatchObject({ round: 2, status: 'ended', done: false });
  });

  it('E14: in a later stage it reopens as carried work and blocks forward and won', () => {
    const deal = later();
    expect(deal.state.stage).toBe('t');
    expect(deal.state.approvals).toEqual({ s: { ok: { visit: 1, round: 1, notBy: ['anna'] } } });
    deal.set({ price: 2 });
    const ok = deal.refIn('s', 'ok');
    expect(ok).toEqual({ stage: 's', step: 'ok', visit: 1, round: 2 });
    expect(deal.factsOf('ApprovalVoided')).toMatchObject([{ stage: 's', step: 'ok', round: 1 }]);
    deal.complete('send');
    expect(deal.state.stage).toBe('t');
    for (const way of waysOut(deal.definition, deal.state)) {
      expect(way.unmet).toEqual([{ kind: 'carried', stage: 's', step: 'ok', status: 'open' }]);
    }
    expect(deal.decide(ok, 'a', 'approved', 'anna')).toMatchObject({ code: 'own-request' });
    expect(deal.decide(ok, 'a', 'approved').ok).toBe(true);
    expect(deal.state.stage).toBe('u');
    expect(deal.state.sides).toBeUndefined();
    expect(deal.state.steps).not.toHaveProperty('contract');
    deal.set({ price: 3 });
    expect(deal.refIn('s', 'ok').round).toBe(3);
  });

  it('E14: rejected there it goes on blocking, until it is waived or the field changes again', () => {
    const deal = later();
    deal.set({ price: 2 });
    deal.decide(deal.refIn('s', 'ok'), 'a', 'rejected');
    deal.complete('send');
    expect(deal.state.stage).toBe('t');
    deal.set({ price: 3 });
    expect(deal.state.sides?.['s']?.steps['ok']).toMatchObject({ status: 'open', round: 3 });
    deal.decide(deal.refIn('s', 'ok'), 'a', 'rejected');
    const task = deal.refIn('s', 'ok');
    expect(deal.send({ kind: 'waive', task, reason: 'why' }).ok).toBe(true);
    expect(deal.state.stage).toBe('u');
    expect(deal.state.approvals).toBeUndefined();
  });

  it('E14: lost is free of it and closes it', () => {
    const deal = later();
    deal.set({ price: 2 });
    deal.move('lost', { reasons: ['price'] });
    expect(deal.state).toMatchObject({ status: 'lost' });
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { stage: 's', step: 'ok', round: 2, item: 'a' },
      as: 'cancelled',
    });
    expect(deal.state.sides).toBeUndefined();
  });

  it('E14: a decision that a used-up rework holds is voided too, given or rejected', () => {
    for (const decision of ['approved', 'rejected'] as const) {
      const again = { ...link('ok>ok'), id: 'again', rework: 1 };
      const only = stage('s', { steps: [approval('ok', voided)], links: [again], exits: [won] });
      const deal = new Deal(process([only], watched)).start({ price: 1 });
      deal.decide(deal.ref('ok'), 'a', decision);
      deal.decide(deal.ref('ok'), 'a', decision);
      expect(deal.state.incidents).toMatchObject([{ step: 'ok', code: 'rework-cap' }]);
      deal.set({ price: 2 });
      expect(deal.factsOf('ApprovalVoided')).toMatchObject([{ step: 'ok', round: 2 }]);
      expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 3 });
      expect(deal.state.incidents).toEqual([]);
    }
  });

  it('E14: one under way that an incident has stopped is voided when a part has been decided', () => {
    const to = { kind: 'person', person: 'lena' } as const;
    const approvers = [{ id: 'a', to, count: 2 }];
    const only = stage('s', { steps: [approval('ok', { ...voided, approvers })], exits: [won] });
    const deal = new Deal(process([only], watched)).start({ price: 1 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    const failures = [{ effect: 'open:s:ok:1:1:a:2', stage: 's', step: 'ok', code: 'failed' }];
    deal.send({ kind: 'answers', answers: { clocks: [], timers: [], failures } });
    deal.set({ price: 2 });
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 2 });
    deal.decide(deal.ref('ok'), 'a:2', 'approved', 'leo');
    expect(deal.status('ok')).toBe('open');
  });

  it('E14: an approval that nobody could be asked for yet is begun, not voided', () => {
    const to = { kind: 'person', person: 'lena' } as const;
    const approvers = [{ id: 'a', to, count: 1, upTo: { field: 'price', max: 5 } }];
    const only = stage('s', { steps: [approval('ok', { ...voided, approvers })], exits: [won] });
    const deal = new Deal(process([only], watched)).start();
    expect(deal.status('ok')).toBe('incident');
    deal.set({ price: 2 });
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 1 });
    expect(deal.factsOf('ApprovalVoided')).toEqual([]);
  });

  it('E14: an approval that is never to be done again is asked for all the same', () => {
    const steps = [
      approval('ok', { ...voided, redo: 'never' }),
      task('price', { outputs: ['price'] }),
    ];
    const only = stage('s', { steps, links: ['ok.approved>price'], exits: [won] });
    const deal = new Deal(process([only], watched)).start({ price: 1 });
    deal.decide(deal.ref('ok'), 'a', 'approved');
    deal.complete('price', 'done', { price: 2 });
    expect(deal.state.steps['ok']).toMatchObject({ status: 'open', round: 2 });
    expect(deal.factsOf('StepKept')).toEqual([]);
    expect(deal.state.status).toBe('open');
  });
});
