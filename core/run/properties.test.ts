import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import type { Deal } from '../world/testing/drive.ts';
import { eventOf, perform, randomAct, stepsIn, type Act } from '../world/testing/random-acts.ts';
import type { ProcessDefinition } from '../definition/definition.ts';
import { task } from '../world/testing/process.ts';
import type { Features } from '../world/testing/random-process.ts';
import {
  everything,
  fork,
  open,
  play,
  randomScenario,
  workOff,
  type Scenario,
} from '../world/testing/scenario.ts';
import type { RunEvent } from './event.ts';
import { gateOf } from './gate.ts';
import { initialState } from './initial-state.ts';
import { refuse, refuseEarly } from './refuse.ts';
import type { RunState } from './run-state.ts';
import { stepAll } from './step.ts';
import { exitForPerson, waysOut } from './ways-out.ts';

/** SEED repeats a run, CASES sets how many scenarios each property sees. */
const seed = Number(globalThis.process.env['SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(globalThis.process.env['CASES'] ?? 200);

console.log(`engine properties: SEED=${seed} CASES=${numRuns}`);

function holds(features: Features, check: (scenario: Scenario) => void): void {
  fc.assert(fc.property(randomScenario(features), check), { seed, numRuns });
}

const plain = (value: unknown): string => JSON.stringify(value);

describe('properties of the engine', { timeout: 1_800_000 }, () => {
  it('E24: each effect key comes once, incident retries included', () => {
    holds(everything, (scenario) => {
      const deal = play(scenario);
      workOff(deal);
      const keys = deal.effects.map((effect) => effect.key);
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    });
  });

  it('E20: the alarm is absent or later than now, and absent after the close', () => {
    holds(everything, (scenario) => {
      play(scenario, ({ wakeAt, now, state }) => {
        if (wakeAt !== undefined) expect(wakeAt).toBeGreaterThan(now);
        if (state.status !== 'open') expect(wakeAt).toBeUndefined();
      });
    });
  });

  it('E20: extra wake-ups change nothing and write nothing', () => {
    holds(everything, (scenario) => {
      play(scenario, (deal) => {
        const events: RunEvent[] = [1, 2, 3].map((n) => ({ id: `t${n}`, kind: 'tick' }));
        const folded = stepAll(deal.definition, deal.state, events, deal.now);
        expect([folded.facts, folded.effects, folded.used]).toEqual([[], [], 3]);
        expect(folded.state).toEqual(deal.state);
      });
    });
  });

  it('the same events give the same state, facts and effects, also by way of JSON', () => {
    holds(everything, (scenario) => {
      const deal = play(scenario);
      let state: RunState = initialState();
      const effects = [];
      const facts = [];
      for (const { events, now } of deal.folds) {
        const folded = stepAll(scenario.definition, JSON.parse(plain(state)), events, now);
        state = folded.state;
        effects.push(...folded.effects);
        facts.push(...folded.facts);
      }
      expect(plain([state, facts, effects])).toBe(plain([deal.state, deal.facts, deal.effects]));
    });
  });

  it('E10: lost is always possible, and people can bring any open deal to an end', () => {
    holds(everything, (scenario) => {
      const deal = play(scenario);
      if (deal.state.status !== 'open') return;
      const lost = fork(deal);
      expect(lost.move('lost', { reasons: ['price'] })).toEqual({ ok: true });
      expect(lost.state.status).toBe('lost');
      const worked = fork(deal);
      workOff(worked);
      expect(worked.state.status).not.toBe('open');
    });
  });

  it('E10: every forward move has passed the gate, waived what was open, or was overridden', () => {
    holds(everything, (scenario) => {
      const deal = play(scenario);
      for (const left of deal.factsOf('StageLeft')) {
        if (left.to !== 'lost') expect(unsettledAt(deal, left)).toEqual([]);
      }
    });
  });

  it('E10: a move by a person succeeds exactly when its gate names nothing', () => {
    holds(everything, (scenario) => {
      play(scenario, (deal) => {
        if (deal.state.frozen) return;
        for (const { id, unmet } of waysOut(deal.definition, deal.state)) {
          const exit = exitForPerson(deal.definition, deal.state.stage, id);
          if (!exit) continue;
          expect(gateOf(deal.definition, deal.state, exit)).toEqual(unmet);
          const reply = fork(deal).move(id, { reasons: ['quality', 'price'] });
          expect(reply.ok).toBe(unmet.length === 0);
          if (!reply.ok) expect(reply.unmet).toEqual(unmet);
        }
      });
    });
  });

  it('E1: without cut links no step is ever skipped, whatever is waived or stepped over', () => {
    holds({ ...everything, cuts: false }, (scenario) => {
      expect(play(scenario).factsOf('StepSkipped')).toEqual([]);
    });
  });

  it('E18: late events after the close change nothing', () => {
    const late = fc.array(randomAct, { minLength: 1, maxLength: 8 });
    const property = fc.property(randomScenario(), late, (scenario, acts) => {
      const deal = play(scenario);
      if (deal.state.status === 'open') deal.move('lost', { reasons: ['price'] });
      const before = plain([deal.state, deal.facts, deal.effects]);
      for (const act of acts) perform(deal, act);
      expect(plain([deal.state, deal.facts, deal.effects])).toBe(before);
      expect(deal.wakeAt).toBeUndefined();
    });
    fc.assert(property, { seed, numRuns });
  });

  it('completions of independent steps commute', () => {
    let compared = 0;
    holds({ ordered: false, cuts: true, instant: true }, (scenario) => {
      play(scenario, (deal) => {
        if (deal.state.frozen) return;
        const [a, b] = stepsIn(deal, 'task', 'open');
        if (a === undefined || b === undefined) return;
        const [ab, ba] = [completed(deal, a, b), completed(deal, b, a)];
        if (!ab || !ba) return;
        compared += 1;
        expect(comparable(ab)).toEqual(comparable(ba));
      });
    });
    expect(compared).toBeGreaterThan(0);
  });

  it('E22: splitting a batch into single folds gives the same state and effects', () => {
    const batch = fc.array(randomAct, { minLength: 2, maxLength: 6 });
    const features = { ...everything, instant: false };
    const property = fc.property(randomScenario(features), batch, (scenario, acts) => {
      const deal = play(scenario);
      deal.now += 61_001;
      const events = acts.flatMap((act, n) => eventFor(deal, act, n));
      const [together, apart] = [fork(deal), fork(deal)];
      together.fold(events);
      for (const event of events) apart.fold([event]);
      expect(plain(together.state)).toBe(plain(apart.state));
      expect(plain(together.effects)).toBe(plain(apart.effects));
    });
    fc.assert(property, { seed, numRuns });
  });

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
    holds(everything, (scenario) => {
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

  it('E26: migrating to the same, reordered definition does nothing', () => {
    holds(everything, (scenario) => {
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

  it('E25: what the early check refuses, the run refuses too', () => {
    holds(everything, (scenario) => {
      const deal = open(scenario);
      scenario.acts.forEach((act, n) => {
        for (const event of eventFor(deal, act, n)) {
          const { definition, state } = deal;
          if (refuseEarly(definition, state, event)) {
            expect(refuse(definition, state, event)).toBeDefined();
          }
        }
        perform(deal, act);
      });
    });
  });
});

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

/** An act as an event, without its passing of time. */
function eventFor(deal: Deal, act: Act, n: number): RunEvent[] {
  const event = eventOf(deal, act);
  return event ? [{ id: `b${n}`, by: 'anna', ...event } as RunEvent] : [];
}

function completed(deal: Deal, ...steps: string[]): Deal | undefined {
  const twin = fork(deal);
  for (const id of steps) {
    const stage = deal.definition.stages.find((each) => each.id === deal.state.stage);
    const port = stage?.steps.find((each) => each.id === id)?.ports[0];
    if (twin.state.stage !== deal.state.stage || !twin.complete(id, port).ok) return undefined;
  }
  return twin;
}

/** What must be the same in any order: all but the order itself and numbers given in it. */
function comparable({ state, effects }: Deal) {
  const incident = ({ step, element, code, at, clock }: RunState['incidents'][number]) =>
    plain([step, element, code, at, clock]);
  return {
    ...state,
    clocks: state.clocks.map(plain).sort(),
    incidents: state.incidents.map(incident).sort(),
    effects: effects
      .filter((e) => e.kind !== 'openIncident' && e.kind !== 'closeIncident')
      .map(plain)
      .sort(),
  };
}

/** Mandatory steps of the visit just left that no fact settles: told from the facts alone. */
function unsettledAt(deal: Deal, left: { stage: string; visit: number }): string[] {
  const settling = new Set<string>([
    'TaskCompleted',
    'StepSteppedOver',
    'StepSkipped',
    'WaitEnded',
    'MailSettled',
    'BranchTaken',
    'FieldsUpdated',
    'StepAssigned',
  ]);
  const settled = deal.facts.flatMap((fact) =>
    settling.has(fact.type) && 'step' in fact && 'visit' in fact && 'stage' in fact
      ? isDeepStrictEqual([fact.stage, fact.visit], [left.stage, left.visit])
        ? [fact.step]
        : []
      : [],
  );
  const stage = deal.definition.stages.find((each) => each.id === left.stage)!;
  return stage.steps
    .filter((s) => s.mandatory === true && s.kind !== 'notify' && s.kind !== 'leave')
    .map((s) => s.id)
    .filter((id) => !settled.includes(id));
}
