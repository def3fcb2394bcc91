import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import { approval, exit, process, stage, task } from '../../world/testing/process.ts';
import { sampleWorld } from '../../world/testing/sample-world.ts';

const won = [exit('won', 'auto', 'won')];

describe('an approval that a department or a role is asked for', () => {
  const technical = { kind: 'department', department: 'technical' } as const;
  const asks = (count: number) => ({ approvers: [{ id: 'q', to: technical, count }] });
  /** The technical department has three people, of whom so many may not decide. */
  function asked(count: number, left: { people: number }): Deal {
    const steps = [task('price'), approval('ok', asks(count)), task('contract')];
    const links = ['price>ok', 'ok.approved>contract'];
    const world = { ...sampleWorld, deciders: () => left.people };
    const deal = new Deal(process([stage('s', { steps, links, exits: won })]), world).start();
    const done = { outcome: 'done', submission: null, values: {}, isSet: {}, by: 'tara' };
    deal.send({ kind: 'complete', task: deal.ref('price'), ...done });
    return deal;
  }

  it('E3: is an incident when nobody of it may decide, and asks the world without those excluded', () => {
    const deal = asked(1, { people: 0 });
    expect(deal.effectsOf('askDeciders')).toMatchObject([
      { approval: { step: 'ok' }, parts: [{ item: 'q', to: technical }], notBy: ['tara'] },
    ]);
    expect(deal.status('ok')).toBe('open');
    expect(deal.state.incidents).toMatchObject([{ code: 'no-decider', step: 'ok' }]);
    expect(asked(1, { people: 1 }).state.incidents).toEqual([]);
  });

  it('E3: needs as many people as it has parts, also once one of them has decided', () => {
    expect(asked(2, { people: 1 }).state.incidents).toMatchObject([{ code: 'no-decider' }]);
    const left = { people: 2 };
    const deal = asked(2, left);
    expect(deal.state.incidents).toEqual([]);
    left.people = 0;
    deal.decide(deal.ref('ok'), 'q', 'approved', 'tess');
    expect(deal.effectsOf('askDeciders').at(-1)).toMatchObject({ notBy: ['tara', 'tess'] });
    expect(deal.state.incidents).toMatchObject([{ code: 'no-decider' }]);
  });

  it('E3: is looked at again when people change, and goes when somebody may decide', () => {
    const left = { people: 1 };
    const deal = asked(1, left);
    left.people = 0;
    deal.send({ kind: 'peopleChanged' });
    expect(deal.state.incidents).toMatchObject([{ code: 'no-decider' }]);
    left.people = 1;
    deal.send({ kind: 'peopleChanged' });
    expect(deal.state.incidents).toEqual([]);
    expect(deal.factsOf('IncidentResolved')).toMatchObject([{ as: 'cleared', by: null }]);
  });

  it('E3: goes to the managers when they are asked, and stays an incident when they may not either', () => {
    const left = { people: 0 };
    const deal = asked(1, left);
    const ask = (incident: string) =>
      deal.send({ kind: 'resolveIncident', incident, choice: 'askManagers', reason: null });
    ask('i1');
    expect(deal.factsOf('IncidentResolved')).toMatchObject([{ as: 'managersAsked', by: 'anna' }]);
    expect(deal.state.incidents).toMatchObject([{ id: 'i2', code: 'no-decider' }]);
    left.people = 1;
    ask('i2');
    expect(deal.state.incidents).toEqual([]);
    expect(deal.decide(deal.ref('ok'), 'q', 'approved', 'maria').ok).toBe(true);
  });
});
