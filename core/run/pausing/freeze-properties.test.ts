import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from '../../condition/condition.ts';
import type { ProcessDefinition } from '../../definition/definition.ts';
import { startWith } from '../../world/testing/random-acts.ts';
import { Deal } from '../../world/testing/drive.ts';
import { task } from '../../world/testing/process.ts';
import { fork, play, randomScenario, type Scenario } from '../../world/testing/scenario.ts';
import type { Effect } from '../contract/effect.ts';
import type { Fact } from '../contract/fact.ts';
import type { RunState } from '../state/run-state.ts';
import { runsOr, seed } from '../../testing/random-cases.ts';

/** SEED repeats a run, CASES sets how many scenarios each property sees. */
const numRuns = runsOr(100);

console.log(`properties of time and migration: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

function holds(check: (scenario: Scenario) => void): void {
  fc.assert(fc.property(randomScenario(), check), { seed, numRuns });
}

const plain = (value: unknown): string => JSON.stringify(value);

describe('properties of freezes and migration', { timeout: 1_800_000 }, () => {
  it('E19: holds commute and shift: two that overlap move time by their union, in either order', () => {
    const minutes = fc.integer({ min: 1, max: 5_000 });
    const property = fc.property(randomScenario(), minutes, minutes, (scenario, a, b) => {
      const deal = play(scenario);
      if (deal.state.status !== 'open' || deal.state.frozen) return;
      const [first, second, plain] = [fork(deal), fork(deal), fork(deal)];
      freezeFor(first, [a, b], ['x', 'y']);
      freezeFor(second, [a, b], ['y', 'x']);
      freezeFor(plain, [a + b], ['x']);
      expect(instants(first)).toEqual(instants(second));
      expect(instants(first)).toEqual(instants(plain));
    });
    fc.assert(property, { seed, numRuns });
  });

  it('E19: while frozen nothing fires, and the alarm is the end of the hold alone', () => {
    holds((scenario) => {
      const deal = play(scenario);
      if (deal.state.status !== 'open') return;
      deal.send({ kind: 'pauseProcess', freeze: 'p' });
      const { facts, effects } = deal;
      const before = [facts.length, effects.length];
      const until = deal.state.freezes?.find(({ id }) => id === 'hold')?.until;
      expect(deal.wakeAt).toBe(until);
      if (until !== undefined) return;
      deal.now += 9_000_000_000;
      deal.send({ kind: 'tick' });
      expect([facts.length, effects.length]).toEqual(before);
    });
  });

  it('E19: a deal that begins standing does nothing, and once it goes on what one does that begins then', () => {
    let compared = 0;
    holds((scenario) => {
      const plain = new Deal(scenario.definition);
      const standing = new Standing(scenario.definition);
      startWith(standing, scenario.begin);
      expect(standing.facts.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['RunStarted', 'ProcessPaused', 'StageEntered']),
      );
      expect(standing.effects.filter(({ kind }) => works.has(kind))).toEqual([]);
      standing.send({ kind: 'resumeProcess', freeze: 'p' });
      startWith(plain, scenario.begin);
      // What was due before the deal goes on comes before its steps (E19), not behind them.
      if ([standing, plain].some(({ facts }) => facts.some(isOfTime))) return;
      compared += 1;
      expect(done(standing)).toEqual(done(plain));
    });
    expect(compared).toBeGreaterThan(numRuns / 4);
  });

  it('E26: migrating to the same, reordered definition does nothing', () => {
    holds((scenario) => {
      const deal = play(scenario);
      if (deal.state.status !== 'open') return;
      const before = plain([deal.state, deal.effects]);
      expect(deal.migrateTo(reordered(deal.definition))).toEqual({ ok: true });
      expect(plain([deal.state, deal.effects])).toBe(before);
    });
  });

  it('E26: a step inserted anywhere never opens behind one that has begun', () => {
    let inserted = 0;
    const property = fc.property(randomScenario(), fc.nat(20), (scenario, nth) => {
      const deal = play(scenario);
      if (deal.state.status !== 'open' || deal.state.frozen) return;
      const grown = withStep(deal, nth);
      if (!grown) return;
      inserted += 1;
      const { stage } = deal.state;
      const begun = deal.state.steps[grown.to]!.status !== 'pending';
      const skipped = deal.state.steps[grown.to]!.status === 'skipped';
      expect(deal.migrateTo(grown.definition)).toEqual({ ok: true });
      if (!begun || skipped || deal.state.stage !== stage) return;
      expect(['ended', 'skipped']).toContain(deal.status('inserted'));
      expect(deal.facts.filter((f) => f.type === 'TaskOpened' && f.step === 'inserted')).toEqual(
        [],
      );
    });
    fc.assert(property, { seed, numRuns });
    expect(inserted).toBeGreaterThan(0);
  });
});

/** A deal of a process that stands. */
class Standing extends Deal {
  override start(values: Record<string, Value>, by: string | null): this {
    return super.start(values, by, 'p');
  }
}

/** What a step does in the world; clocks begin another cycle when they go on. */
const works: ReadonlySet<string> = new Set<Effect['kind']>([
  'openTask',
  'sendMail',
  'sendWebhook',
  'startProcess',
  'followUp',
  'continueIn',
  'setValues',
  'notify',
]);

function isOfTime({ type }: Fact): boolean {
  return type === 'ClockBreached' || type === 'Escalated' || type === 'WaitEnded';
}

/** Where a deal stands, and what was asked for to bring it there. */
function done({ state, effects }: Deal) {
  const { status, stage, visits, steps, links, clocks } = state;
  const asked = effects.filter(({ kind }) => works.has(kind));
  return {
    place: { status, stage, visits },
    steps: Object.entries(steps).map(([id, { status: as, port }]) => [id, as, port]),
    links,
    clocks: clocks.map(({ id }) => id).toSorted(),
    asked: asked.map(({ kind, key }) => `${kind} ${key}`).toSorted(),
  };
}

/** Pauses the process once per name, each so many minutes later, and lets it go on at the end. */
function freezeFor(deal: Deal, minutes: number[], names: string[]): void {
  minutes.forEach((length, at) => {
    const freeze = names[at] ?? 'z';
    deal.send({ kind: 'pauseProcess', freeze });
    deal.now += length * 60_000;
  });
  for (const freeze of names) deal.send({ kind: 'resumeProcess', freeze });
}

/** When everything is due, whatever the names and cycles. */
function instants({ state, wakeAt }: Deal) {
  const timers = ({ steps }: Pick<RunState, 'steps'>) =>
    Object.entries(steps).map(([id, { status, timerAt }]) => [id, status, timerAt ?? null]);
  return {
    wakeAt,
    status: state.status,
    stage: state.stage,
    clocks: state.clocks.map(({ id, due, breached, levels }) => [
      id,
      due ?? null,
      breached,
      levels.map(({ at, state: as }) => [at ?? null, as]),
    ]),
    timers: [state, ...Object.values(state.sides ?? {})].map(timers),
  };
}

/** The same steps and links, drawn in another order that their links allow. */
function reordered(definition: ProcessDefinition): ProcessDefinition {
  const stages = definition.stages.map((stage) => ({
    ...stage,
    steps: stage.steps.toReversed(),
    links: stage.links.toReversed(),
  }));
  return { ...definition, stages };
}

/** The current stage with a mandatory task between the ends of one of its links. */
function withStep(deal: Deal, nth: number) {
  const stage = deal.definition.stages.find((each) => each.id === deal.state.stage)!;
  const link = stage.links[nth % Math.max(1, stage.links.length)];
  if (!link) return undefined;
  const links = [
    ...stage.links.filter((each) => each !== link),
    { ...link, to: 'inserted' },
    { id: 'inserted_on', from: 'inserted', to: link.to, ports: [] },
  ];
  const at = stage.steps.findIndex((each) => each.id === link.to);
  const steps = stage.steps.toSpliced(at, 0, task('inserted'));
  const stages = deal.definition.stages.map((s) => (s === stage ? { ...s, steps, links } : s));
  return { to: link.to, definition: { ...deal.definition, stages } };
}
