import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import { exit, is, minutes, process, stage, task } from '../../world/testing/process.ts';
import type { Assignee } from '../../drawing/people.ts';

const exits = [exit('won', 'auto', 'won')];
const watched = { region: 'value', size: 'value' } as const;
const pool = (more: object = {}): Assignee => ({
  kind: 'department',
  department: 'technical',
  by: 'roundRobin',
  ...more,
});

function started(more: object, values = {}): Deal {
  const steps = [task('price', more)];
  return new Deal(process([stage('s', { steps, exits })], watched)).start(values);
}

describe('who gets a task', () => {
  it('the first case that holds decides when the task opens', () => {
    const assignCases = [
      { when: is('size', 'big'), to: { kind: 'person', person: 'pia' } as const },
      { when: is('size', 'small'), to: { kind: 'owner' } as const },
    ];
    const deal = started({ assignCases }, { size: 'small' });
    expect(deal.effectsOf('openTask')).toMatchObject([{ assign: { kind: 'owner' } }]);
    deal.send({ kind: 'setOwner', owner: 'otto' });
    expect(deal.effectsOf('assignTask')).toMatchObject([{ assign: { kind: 'owner' } }]);
    const other = started({ assignCases }, { size: 'none' });
    expect(other.effectsOf('openTask')).toMatchObject([{ assign: { department: 'technical' } }]);
  });

  it('E6: a case that errs is an incident, and the task opens once it can be read', () => {
    const assignCases = [
      { when: is('size', 'big'), to: { kind: 'person', person: 'pia' } as const },
    ];
    const deal = started({ assignCases });
    expect(deal.state.incidents).toMatchObject([{ step: 'price', at: 'work', code: 'absent' }]);
    deal.set({ size: 'big' });
    expect(deal.effectsOf('openTask')).toMatchObject([{ assign: { person: 'pia' } }]);
  });

  it('E22: a pool with a strategy is asked, and who was found is recorded', () => {
    const deal = started({ assign: pool() });
    expect(deal.factsOf('TaskAssigned')).toMatchObject([
      { step: 'price', person: 'tess', why: { strategy: 'roundRobin', pool: 3, eligible: 2 } },
    ]);
  });

  it('values of the deal go with the task as tags that the assignee must have', () => {
    const deal = started({ assign: pool({ needs: [{ tag: 'roof' }, { field: 'region' }] }) });
    expect(deal.state.incidents).toMatchObject([{ code: 'absent' }]);
    deal.set({ region: 'a' });
    expect(deal.effectsOf('openTask')).toMatchObject([{ needs: ['a'] }]);
    expect(deal.factsOf('TaskAssigned')).toMatchObject([{ person: 'tess' }]);
  });

  it('with nobody found the first level of the clock fires at once, and only then', () => {
    const late = { due: minutes(600), policy: 'standard' };
    const deal = started({ assign: pool({ needs: [{ tag: 'crane' }] }), ...late });
    expect(deal.factsOf('TaskAssigned')).toMatchObject([
      { person: null, why: { nobody: 'no-match' } },
    ]);
    expect(deal.factsOf('Escalated').map(({ level }) => level)).toEqual(['l1']);
    deal.passTo(deal.state.clocks[0]!.due!);
    expect(deal.factsOf('Escalated').map(({ level }) => level)).toEqual(['l1', 'l2']);
    expect(started({ assign: pool({ needs: [{ tag: 'crane' }] }) }).factsOf('Escalated')).toEqual(
      [],
    );
  });
});
