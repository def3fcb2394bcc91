import { describe, expect, it } from 'vitest';
import { offer, rejected } from '../testing/offer.ts';

describe('a rework that was used up', () => {
  it('E13: at the cap a person chooses: one more round', () => {
    const deal = offer({ max: 1 });
    rejected(deal);
    rejected(deal);
    expect(deal.status('approve')).toBe('incident');
    expect(deal.effectsOf('openIncident')).toMatchObject([
      { code: 'rework-cap', step: { step: 'approve' }, choices: ['oneMore', 'skip', 'lost'] },
    ]);
    const { id: incident } = deal.state.incidents[0]!;
    const retry = { kind: 'resolveIncident', incident, choice: 'retry', reason: null } as const;
    expect(deal.send(retry)).toMatchObject({ code: 'unknown-outcome' });
    deal.send({ ...retry, choice: 'oneMore' });
    expect([deal.status('price'), deal.state.steps['price']?.round]).toEqual(['open', 3]);
    expect(deal.state.incidents).toEqual([]);
    rejected(deal);
    expect(deal.state.incidents).toHaveLength(1);
  });

  it('E13: at the cap a person chooses: the sender is waived and ends by its pass port', () => {
    const deal = offer({ max: 1 });
    rejected(deal);
    rejected(deal);
    const { id: incident } = deal.state.incidents[0]!;
    deal.send({ kind: 'resolveIncident', incident, choice: 'skip', reason: 'sub1' });
    expect(deal.factsOf('StepSteppedOver')).toMatchObject([
      { step: 'approve', why: 'waived', by: 'anna', reason: 'sub1' },
    ]);
    expect(deal.status('contract')).toBe('open');
  });

  it('E13: at the cap a person chooses: lost, by the reason named, else the first', () => {
    for (const [reasons, expected] of [
      [['timing'], ['timing']],
      [['nonsense'], ['price']],
    ]) {
      const deal = offer({ max: 1 });
      rejected(deal);
      rejected(deal);
      const { id: incident } = deal.state.incidents[0]!;
      const choice = { choice: 'lost', reason: null, reasons: reasons! } as const;
      deal.send({ kind: 'resolveIncident', incident, ...choice });
      expect(deal.state).toMatchObject({ status: 'lost', incidents: [] });
      expect(deal.state.outcome?.reasons).toEqual(expected);
    }
  });
});
