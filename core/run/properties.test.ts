import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal } from '../world/testing/drive.ts';
import { eventOf, perform, randomAct, type Act } from '../world/testing/random-acts.ts';
import { stepsIn } from '../world/testing/steps-in.ts';
import type { Features } from '../world/testing/random-steps.ts';
import {
  everything,
  fork,
  open,
  play,
  randomScenario,
  workOff,
  type Scenario,
} from '../world/testing/scenario.ts';
import type { RunEvent } from './contract/event.ts';
import { isBack } from './doing-again/back.ts';
import { gateOf } from './ways-out/gate.ts';
import { initialState } from './state/initial-state.ts';
import { forgottenIn, lockState, mailsTwice, unsettledAt } from './testing/run-facts.ts';
import { refuse, refuseEarly } from './commands/refuse.ts';
import type { RunState } from './state/run-state.ts';
import { stepAll } from './step.ts';
import { exitForPerson, waysOut } from './ways-out/ways-out.ts';
import { runsOr, seed } from '../testing/random-cases.ts';

/** SEED repeats a run, CASES sets how many scenarios each property sees. */
const numRuns = runsOr(100);

console.log(`engine properties: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

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
        const goesBack = isBack(deal.definition, left.stage, left.to);
        if (left.to !== 'lost' && !goesBack) expect(unsettledAt(deal, left)).toEqual([]);
      }
    });
  });

  it('E12, E13: a mail with redo `never` goes once per visit', () => {
    holds(everything, (scenario) => {
      const deal = play(scenario);
      expect(mailsTwice(deal)).toEqual([]);
    });
  });

  it('one step of a deal at a time is under way with a lock, and who waits waits for somebody', () => {
    holds(everything, (scenario) => {
      play(scenario, (deal) => {
        for (const lock of ['crew', 'van']) {
          const { under, waiting } = lockState(deal, lock);
          expect(under.length).toBeLessThanOrEqual(1);
          if (under.length === 0 && !deal.state.frozen) expect(waiting).toEqual([]);
        }
      });
    });
  });

  it('E1, E5: no step is forgotten whose turn has come', () => {
    holds(everything, (scenario) => {
      play(scenario, (deal) => expect(forgottenIn(deal)).toEqual([]));
    });
  });

  it('E7, E13: a field is hidden or has a value, never both', () => {
    holds(everything, (scenario) => {
      play(scenario, ({ state }) => {
        const both = Object.keys(state.hidden ?? {}).filter(
          (field) => Object.hasOwn(state.values, field) || Object.hasOwn(state.isSet, field),
        );
        expect(both).toEqual([]);
      });
    });
  });

  it('E6: an incident belongs to something that is still there', () => {
    holds(everything, (scenario) => {
      play(scenario, ({ state }) => {
        for (const { step, frame } of state.incidents) {
          if (step === undefined) continue;
          const part = frame === undefined ? state : state.sides?.[frame];
          const status = part?.steps[step]?.status ?? 'gone';
          expect(['ended', 'skipped', 'cancelled', 'gone']).not.toContain(status);
        }
      });
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

  it('E14: no approval stands on other values than it was given on', () => {
    let voided = 0;
    holds(everything, (scenario) => {
      const given = new Map<string, string>();
      const deal = play(scenario, (now) => {
        for (const { key, values } of standing(now)) {
          if (!given.has(key)) given.set(key, values);
          expect(values).toBe(given.get(key));
        }
      });
      voided += deal.factsOf('ApprovalVoided').length;
    });
    expect(voided).toBeGreaterThan(0);
  });

  it('E11: once the run has closed, every task and every clock has been closed, carried ones too', () => {
    holds(everything, ({ acts, ...rest }) => {
      const deal = play({ ...rest, acts: acts.filter(({ act }) => act !== 'fail') });
      workOff(deal);
      if (deal.state.status === 'open') deal.move('lost', { reasons: ['price'] });
      const refs = (...kinds: string[]) => [
        ...new Set(
          deal.effects.flatMap((e) =>
            kinds.includes(e.kind) && 'task' in e ? [plain(e.task)] : [],
          ),
        ),
      ];
      expect(refs('closeTask').sort()).toEqual(refs('openTask', 'requestTask').sort());
      expect(deal.state).toMatchObject({ clocks: [], incidents: [] });
      expect(deal.state.sides).toBeUndefined();
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

/** An act as an event, without its passing of time. */
function eventFor(deal: Deal, act: Act, n: number): RunEvent[] {
  const event = eventOf(deal, act);
  return event ? [{ id: `b${n}`, by: 'anna', ...event } as RunEvent] : [];
}

/** Undefined where the second is not open any more, or something was due at once in between. */
function completed(deal: Deal, ...steps: string[]): Deal | undefined {
  const twin = fork(deal);
  const dues = ({ facts }: Deal) =>
    facts.filter(({ type }) => type === 'ClockBreached' || type === 'Escalated').length;
  for (const id of steps) {
    if (dues(twin) > dues(deal)) return undefined;
    const stage = deal.definition.stages.find((each) => each.id === deal.state.stage);
    const port = stage?.steps.find((each) => each.id === id)?.ports[0];
    const { stage: at, visit } = deal.ref(id);
    if (twin.state.stage !== at || twin.state.visits[at] !== visit) return undefined;
    if (!twin.complete(id, port).ok) return undefined;
  }
  return twin;
}

/** What must be the same in any order: all but the order itself and numbers given in it. */
function comparable({ state, effects }: Deal) {
  const incident = ({ step, element, code, at, clock }: RunState['incidents'][number]) =>
    plain([step, element, code, at, clock]);
  return {
    ...state,
    counters: { ...state.counters, incident: 0 },
    clocks: state.clocks.map(plain).sort(),
    incidents: state.incidents.map(incident).sort(),
    effects: effects
      .filter((e) => e.kind !== 'openIncident' && e.kind !== 'closeIncident')
      .map(plain)
      .sort(),
  };
}

/** Approvals that stand, here or in stages that were left, with the values that may void them. */
function standing({ definition, state }: Deal): { key: string; values: string }[] {
  const approvals = definition.stages.flatMap(({ id: stage, steps }) =>
    steps.flatMap((step) => {
      if (step.kind !== 'approval' || !step.voidOn) return [];
      const here = stage === state.stage ? state.steps[step.id] : undefined;
      const isGiven = here?.port === 'approved' && here.done;
      const left = state.approvals?.[stage]?.[step.id];
      const at = isGiven ? { visit: state.visits[stage], round: here.round } : left;
      if (!at || ('voided' in at && at.voided)) return [];
      const values = plain(step.voidOn.map((field) => state.values[field] ?? null));
      return [{ key: plain([stage, step.id, at.visit, at.round]), values }];
    }),
  );
  return state.status === 'open' ? approvals : [];
}
