import { describe, expect, it } from 'vitest';
import type { FollowUpDefinition } from '../../definition/definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import { exit, followed, is, process, stage, task } from '../../world/testing/process.ts';
import type { IncidentChoice } from '../contract/event.ts';
import { hasEnded } from './follow-ups.ts';
import { waysOut } from './ways-out.ts';

const followUp = (id: string, more: Partial<FollowUpDefinition> = {}): FollowUpDefinition => ({
  id,
  process: 'after',
  fields: [],
  ...more,
});
const watched = { size: 'value' } as const;

function deal(
  exits: Parameters<typeof exit>[],
  won: FollowUpDefinition[] = [],
  lost: FollowUpDefinition[] = [],
): Deal {
  const only = stage('s', { steps: [task('a')], exits: exits.map((each) => exit(...each)) });
  return new Deal(followed(process([only], watched), won, lost));
}

/** The world could not carry out an effect. */
function notLive(run: Deal, effect: string): void {
  const failures = [{ effect, stage: 's', code: 'not-live' }];
  run.send({ kind: 'answers', answers: { clocks: [], timers: [], failures } });
}

function resolve(run: Deal, incident: string, choice: IncidentChoice) {
  return run.send({ kind: 'resolveIncident', incident, choice, reason: null });
}

describe('the end of a run', () => {
  it('a service process ends finished where a sales process is won', () => {
    const only = stage('s', { steps: [task('a')], exits: [exit('end', 'auto', 'won')] });
    const run = new Deal({ ...process([only]), kind: 'service' }).start();
    run.complete('a');
    expect(run.state).toMatchObject({ status: 'finished', outcome: { kind: 'finished' } });
    expect(run.factsOf('RunClosed')).toMatchObject([{ outcome: 'finished' }]);
  });

  it('starts what follows the outcome, where its condition holds', () => {
    const won = [
      followUp('one', { after: { n: 2, unit: 'd' } }),
      followUp('two', { when: is('size', 'big') }),
      followUp('three', { when: is('size', 'small') }),
    ];
    const run = deal([['end', 'auto', 'won']], won, [followUp('never')]).start({ size: 'small' });
    run.complete('a');
    expect(run.effectsOf('followUp').map(({ key, after }) => [key, after])).toEqual([
      ['follow:one', { n: 2, unit: 'd' }],
      ['follow:three', undefined],
    ]);
    expect(run.factsOf('FollowUpRequested').map((fact) => fact.followUp)).toEqual(['one', 'three']);
  });

  it('E7: a follow-up whose condition errs is not started, and that is recorded', () => {
    const lost = [followUp('maybe', { when: is('size', 'big') })];
    const run = deal([['end', 'auto', 'won']], [], lost).start();
    run.move('lost', { reasons: ['price'] });
    expect(run.effectsOf('followUp')).toEqual([]);
    expect(run.factsOf('FollowUpSkipped')).toMatchObject([{ followUp: 'maybe', code: 'absent' }]);
  });

  it('goes on in another process: by the gate, without reasons and without what follows', () => {
    const continueIn = { process: 'inbound', stage: 'third' };
    const run = deal([['join', 'manual', 'continue', { continueIn }]], [followUp('one')]).start();
    expect(waysOut(run.definition, run.state)).toMatchObject([{ to: 'continue', unmet: [{}] }]);
    expect(run.move('join').ok).toBe(false);
    run.complete('a');
    expect(run.move('join').ok).toBe(true);
    expect(run.state.status).toBe('continued');
    expect(run.state.outcome).toBeUndefined();
    expect(run.factsOf('StageLeft')).toMatchObject([{ to: 'continue' }]);
    expect(run.factsOf('RunClosed')).toMatchObject([{ outcome: 'continued', reasons: [] }]);
    expect(run.effects.at(-1)).toEqual({ key: 'continueIn', kind: 'continueIn', ...continueIn });
  });

  it('E22: a follow-up that could not be started is an incident of the deal, which stays won', () => {
    const run = deal([['end', 'auto', 'won']], [followUp('one')]).start();
    run.complete('a');
    expect(hasEnded(run.state)).toBe(true);
    notLive(run, 'follow:one');
    expect(run.state).toMatchObject({ status: 'won', incidents: [{ id: 'i1', code: 'not-live' }] });
    expect(run.effects.at(-1)).toMatchObject({ kind: 'openIncident', choices: ['retry', 'skip'] });
    expect(hasEnded(run.state)).toBe(false);
    expect(resolve(run, 'i1', 'retry')).toEqual({ ok: true });
    expect(run.effects.at(-1)).toMatchObject({ key: 'follow:one:i1', kind: 'followUp' });
    notLive(run, 'follow:one:i1');
    expect(resolve(run, 'i2', 'skip')).toEqual({ ok: true });
    expect(run.factsOf('IncidentResolved').map(({ as }) => as)).toEqual(['retried', 'skipped']);
    expect(run.state).toMatchObject({ status: 'won', incidents: [] });
    expect(hasEnded(run.state)).toBe(true);
  });

  it('E18: of a closed deal nothing else can be changed while a follow-up waits', () => {
    const run = deal([['end', 'auto', 'won']], [followUp('one')]).start();
    run.complete('a');
    notLive(run, 'follow:one');
    expect(run.set({ size: 'big' })).toMatchObject({ code: 'closed' });
    expect(resolve(run, 'i2', 'retry')).toMatchObject({ code: 'closed' });
    expect(resolve(run, 'i1', 'lost')).toMatchObject({ code: 'unknown-outcome' });
    notLive(run, 'hook:other');
    expect(run.state.incidents).toHaveLength(1);
  });

  it('E22: a deal that cannot go on in another process tries again, or is lost', () => {
    const onward = { continueIn: { process: 'inbound' } };
    const joined = () => {
      const run = deal([['join', 'auto', 'continue', onward]], [], [followUp('back')]).start();
      run.complete('a');
      notLive(run, 'continueIn');
      return run;
    };
    const again = joined();
    expect(again.effects.at(-1)).toMatchObject({ choices: ['retry', 'lost'] });
    resolve(again, 'i1', 'retry');
    expect(again.effects.at(-1)).toEqual({
      key: 'continueIn:i1',
      kind: 'continueIn',
      process: 'inbound',
    });
    expect(again.state.status).toBe('continued');
    const lost = joined();
    resolve(lost, 'i1', 'lost');
    expect(lost.state).toMatchObject({ status: 'lost', outcome: { reasons: ['price'] } });
    expect(lost.effectsOf('followUp').map(({ key }) => key)).toEqual(['follow:back']);
    expect(hasEnded(lost.state)).toBe(true);
  });

  it('an exit to nowhere is none: `continue` without the process it goes on in', () => {
    const run = deal([['join', 'manual', 'continue']]).start();
    run.complete('a');
    expect(run.move('join')).toMatchObject({ code: 'unknown-exit' });
  });
});
