import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  email,
  exit,
  is,
  minutes,
  process,
  stage,
  task,
  wait,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const watched = { tier: 'value', size: 'value' } as const;
const only = { onlyWhile: is('tier', 'a') };
const incidentOf = (deal: Deal) => deal.state.incidents[0]!.id;

describe('onlyWhile', () => {
  it('steps over a step under way as soon as its condition is false', () => {
    const steps = [
      task('t', { ...only, due: minutes(60) }),
      { ...wait('w', minutes(60)), ...only },
      email('m', only),
      task('o', { ...only, mandatory: false }),
      task('z'),
    ];
    const links = ['t>z'];
    const drawn = process([stage('s', { steps, links, exits: won })], watched);
    const deal = new Deal(drawn).start({ tier: 'a' });
    expect(['t', 'w', 'm', 'o'].map((id) => deal.status(id))).toEqual([
      'open',
      'waiting',
      'running',
      'offered',
    ]);
    deal.set({ tier: 'b' });
    expect(deal.factsOf('StepSteppedOver').map(({ step, why }) => [step, why])).toEqual(
      ['t', 'w', 'm', 'o'].map((id) => [id, 'onlyWhile']),
    );
    expect(
      deal.effectsOf('closeTask').map(({ task: { step }, as, why }) => [step, as, why]),
    ).toEqual([
      ['t', 'cancelled', 'onlyWhile'],
      ['o', 'cancelled', 'onlyWhile'],
    ]);
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'cancelled' }]);
    expect(deal.wakeAt).toBeUndefined();
    expect(deal.status('z')).toBe('open');
  });

  it('is read when the turn comes, after the step condition', () => {
    const steps = [task('a', only), task('b', { ...only, when: is('size', 1) })];
    const drawn = process([stage('s', { steps, exits: won })], watched);
    const deal = new Deal(drawn).start({ tier: 'b', size: 2 });
    expect(deal.factsOf('StepSteppedOver').map(({ step, why }) => [step, why])).toEqual([
      ['a', 'onlyWhile'],
      ['b', 'condition'],
    ]);
    expect(deal.state.status).toBe('won');
  });

  it('E6: one that errs at the turn stops the step, and is read again at a watched change', () => {
    const drawn = process([stage('s', { steps: [task('a', only)], exits: won })], watched);
    const deal = new Deal(drawn).start();
    expect(deal.state.incidents).toMatchObject([{ step: 'a', at: 'when', code: 'absent' }]);
    deal.set({ tier: 'a' });
    expect([deal.status('a'), deal.state.incidents]).toEqual(['open', []]);
  });

  it('E6: one that errs later leaves the work open, with an incident beside it', () => {
    const drawn = process([stage('s', { steps: [task('a', only)], exits: won })], watched);
    const deal = new Deal(drawn).start({ tier: 'a' });
    deal.set({ tier: null });
    expect([deal.status('a'), deal.state.incidents.length]).toEqual(['open', 1]);
    deal.set({ size: 1 });
    expect(deal.factsOf('IncidentOpened')).toHaveLength(1);
    deal.send({
      kind: 'resolveIncident',
      incident: incidentOf(deal),
      choice: 'retry',
      reason: null,
    });
    expect(deal.state.incidents).toHaveLength(1);
    deal.set({ tier: 'a' });
    expect([deal.status('a'), deal.state.incidents]).toEqual(['open', []]);
    deal.set({ tier: null });
    const skip = { incident: incidentOf(deal), choice: 'skip', reason: null } as const;
    deal.send({ kind: 'resolveIncident', ...skip });
    expect(deal.effectsOf('closeTask')).toMatchObject([{ as: 'waived' }]);
    expect(deal.state.status).toBe('won');
  });

  it('the incident beside a step is over when the step is done', () => {
    const drawn = process([stage('s', { steps: [task('a', only), task('b')] })], watched);
    const deal = new Deal(drawn).start({ tier: 'a' });
    deal.set({ tier: null });
    deal.complete('a');
    expect(deal.state.incidents).toEqual([]);
  });
});
