import { describe, expect, it } from 'vitest';
import type { ProcessDefinition } from '../../definition/definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import { exit, minutes, process, stage, task, wait } from '../../world/testing/process.ts';
import type { RunState } from '../state/run-state.ts';

const starts = {
  id: 'p',
  kind: 'process',
  mandatory: true,
  passPort: 'started',
  ports: ['started'],
  process: 'again',
  fields: [],
} as never;
const manual = [exit('won', 'manual', 'won')];

/** A deal that is the nth in a row that was started automatically. */
function nth(generation: number, definition: ProcessDefinition): Deal {
  const deal = new Deal(definition);
  const given = { owner: 'olga', values: {}, isSet: {}, by: null } as const;
  deal.send({ kind: 'start', ...given, ...(generation > 0 && { generation }) });
  return deal;
}

const stepping = process([stage('s', { steps: [starts], exits: manual })]);
const generations = (deal: Deal) =>
  [
    ...deal.effectsOf('startProcess'),
    ...deal.effectsOf('followUp'),
    ...deal.effectsOf('continueIn'),
  ].map(({ generation }) => generation ?? 1);
const codes = (deal: Deal) => deal.factsOf('IncidentOpened').map(({ code }) => code);
const left = ({ generation }: RunState) => generation;

describe('E28: a chain of automatic starts', () => {
  it('carries its length on, and is an incident of the step where it would be more than ten', () => {
    expect(generations(nth(0, stepping))).toEqual([1]);
    expect(generations(nth(9, stepping))).toEqual([10]);
    const last = nth(10, stepping);
    expect(generations(last)).toEqual([]);
    expect(codes(last)).toEqual(['start-chain']);
    expect(last.status('p')).toBe('incident');
  });

  it('begins anew with whoever retries: their deal starts the first of the next chain', () => {
    const last = nth(10, stepping);
    const incident = last.state.incidents[0]!.id;
    last.send({ kind: 'resolveIncident', incident, choice: 'retry', reason: null });
    expect(generations(last)).toEqual([1]);
    expect(last.state.incidents).toEqual([]);
  });

  it('is broken by a person, by time that passes, and by somebody outside; not by a machine', () => {
    const steps = [task('t'), wait('w', minutes(5))];
    const waiting = process([stage('s', { steps, exits: manual })]);
    expect(left(nth(4, waiting).state)).toBe(4);
    const worked = nth(4, waiting);
    worked.complete('t');
    expect(left(worked.state)).toBeUndefined();
    expect(left(nth(4, waiting).pass(300_000).state)).toBeUndefined();
    const told = nth(4, waiting);
    told.send({ kind: 'external', name: 'reply' });
    expect(left(told.state)).toBeUndefined();
    const paused = nth(4, waiting);
    paused.send({ kind: 'pauseProcess', freeze: 'f' });
    paused.send({ kind: 'resumeProcess', freeze: 'f' });
    expect(left(paused.state)).toBe(4);
    const at = process([stage('s', { steps: [wait('w', minutes(0))], exits: manual })]);
    expect(left(nth(4, at).state)).toBe(4);
  });

  it('is an incident of the closed deal where it would go on by an outcome or an exit', () => {
    const auto = [exit('won', 'auto', 'won')];
    const then = { won: [{ id: 'f', process: 'again', fields: [] }], lost: [] };
    const followed = { ...process([stage('s', { exits: auto })]), then };
    expect(generations(nth(9, followed))).toEqual([10]);
    const won = nth(10, followed);
    expect([won.state.status, generations(won), codes(won)]).toEqual(['won', [], ['start-chain']]);
    const on = { ...exit('on', 'auto', 'continue'), continueIn: { process: 'again' } };
    const onward = process([stage('s', { exits: [on] })]);
    expect(generations(nth(9, onward))).toEqual([10]);
    const stuck = nth(10, onward);
    expect([generations(stuck), codes(stuck)]).toEqual([[], ['start-chain']]);
    const incident = stuck.state.incidents[0]!.id;
    stuck.send({ kind: 'resolveIncident', incident, choice: 'retry', reason: null });
    expect(generations(stuck)).toEqual([1]);
  });
});
