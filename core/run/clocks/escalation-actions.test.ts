import { describe, expect, it } from 'vitest';
import type { ExitDefinition } from '../../definition/definition.ts';
import type { LevelAction } from '../../drawing/escalation-policy.ts';
import { Deal } from '../../world/testing/drive.ts';
import {
  exit,
  minutes,
  process,
  stage,
  task,
  technical,
  waitFor,
} from '../../world/testing/process.ts';

const hour = 3_600_000;

/** A process whose task is late after an hour, with these actions at once. */
function drawn(...actions: LevelAction[]) {
  const level = { id: 'l1', offset: minutes(0), to: [{ kind: 'owner' as const }], actions };
  const steps = [
    task('a', { due: minutes(60), policy: 'acts', assign: technical }),
    waitFor('w', 'late', minutes(9_000)),
  ];
  const exits = [exit('won', 'auto', 'won'), exit('out', 'event', 'two', { event: 'gone' })];
  const ungated = exits.map((each) => (each.id === 'out' ? { ...each, ungated: true } : each));
  const two = stage('two', { steps: [task('b')], exits: [exit('won', 'manual', 'won')] });
  const made = process([stage('s', { steps, exits: ungated as ExitDefinition[] }), two]);
  return { ...made, policies: { acts: [level] } };
}

const late = (...actions: LevelAction[]) => new Deal(drawn(...actions)).start().pass(hour);

describe('what a level does', () => {
  it('gives the late task to another, whose it stays; the clock runs on', () => {
    const person = { kind: 'person', person: 'pia' } as const;
    const deal = late({ kind: 'reassign', to: person });
    expect(deal.effectsOf('assignTask')).toMatchObject([{ task: { step: 'a' }, assign: person }]);
    expect(deal.state.steps['a']!.assign).toEqual(person);
    expect(deal.clock('task')).toMatchObject({ breached: true, cycle: 1 });
  });

  it('gives it back to the queue of its department', () => {
    const pia = { kind: 'person', person: 'pia' } as const;
    const deal = late({ kind: 'reassign', to: pia }, { kind: 'toQueue' });
    expect(deal.effectsOf('assignTask').map((e) => e.assign)).toEqual([pia, technical]);
  });

  it('raises its priority, and marks the deal at risk', () => {
    const deal = late({ kind: 'raisePriority' }, { kind: 'markAtRisk' });
    expect(deal.effectsOf('prioritise')).toMatchObject([{ task: { step: 'a' } }]);
    expect(deal.effectsOf('markAtRisk')).toMatchObject([{ clock: 'task:s:a:1:1', level: 'l1' }]);
  });

  it('raises an event, which reaches waits and exits', () => {
    const waits = late({ kind: 'raise', event: 'late' });
    expect(waits.factsOf('WaitEnded')).toMatchObject([{ step: 'w', port: 'event' }]);
    expect(late({ kind: 'raise', event: 'gone' }).state.stage).toBe('two');
  });
});
