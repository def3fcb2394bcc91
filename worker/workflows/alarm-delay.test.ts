import { describe, expect, it } from 'vitest';
import type { DurationUnit } from '#core/time/duration.ts';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { initialState } from '#core/run/state/initial-state.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { alarmAt, delayOf } from './alarm-delay.ts';

const dealId = '0192f0c1-aaaa-7000-8000-000000000001';
const delay = delayOf(dealId);

function definition(units: { stage: DurationUnit; wait: DurationUnit; level: DurationUnit }) {
  return {
    policies: { p: [{ id: 'late', offset: { n: 1, unit: units.level }, to: [] }] },
    stages: [
      {
        id: 's',
        deadline: { after: { n: 1, unit: units.stage } },
        policy: 'p',
        steps: [{ id: 'w', kind: 'wait', duration: { n: 1, unit: units.wait } }],
        links: [],
        exits: [],
      },
    ],
  } as unknown as ProcessDefinition;
}

function state(due: number, timerAt: number): RunState {
  return {
    ...initialState(),
    status: 'open',
    stage: 's',
    steps: { w: { status: 'waiting', round: 1, timerAt } },
    clocks: [
      {
        id: 'stage:s:1',
        cycle: 1,
        stage: 's',
        startedAt: 0,
        due,
        breached: false,
        levels: [{ level: 'late', at: due, state: 'armed' }],
      },
    ],
  };
}

describe('the alarm of a deal', () => {
  it('rings on the instant for dues in seconds and minutes', () => {
    const units = { stage: 's', wait: 'min', level: 's' } as const;
    expect(alarmAt({ dealId, definition: definition(units) }, state(1_000, 9_000), 1_000)).toBe(
      1_000,
    );
  });

  it('rings within the minute for dues in hours and days', () => {
    const units = { stage: 'bd', wait: 'd', level: 'bh' } as const;
    const at = alarmAt({ dealId, definition: definition(units) }, state(1_000, 9_000), 1_000);
    expect(at).toBe(1_000 + delay);
    expect(delay).toBeGreaterThan(0);
    expect(delay).toBeLessThan(60_000);
  });

  it('does not hold back an exact due behind a delayed one', () => {
    const units = { stage: 'bd', wait: 's', level: 'bd' } as const;
    expect(alarmAt({ dealId, definition: definition(units) }, state(1_000, 1_500), 1_000)).toBe(
      1_500,
    );
  });

  it('rings on the instant for the end of a hold, whatever stands meanwhile', () => {
    const units = { stage: 'bd', wait: 'd', level: 'bh' } as const;
    const held = { ...state(5_000, 9_000), freezes: [{ id: 'hold', until: 1_000, at: 0 }] };
    const input = { dealId, definition: definition(units) };
    expect(alarmAt(input, held as unknown as RunState, 1_000)).toBe(1_000);
  });

  it('knows the dues of rails, of process clocks and of work that was carried along', () => {
    const units = { stage: 'bd', wait: 'd', level: 'bd' } as const;
    const { policies, stages } = definition(units);
    const silent = { on: 'silence', after: { n: 1, unit: 'd' }, events: [] };
    const rail = { id: 'r', from: 's', to: 's', trigger: silent, steps: [], links: [] };
    const clocks = [{ id: 'c', target: { n: 1, unit: 'h' } }];
    const all = { policies, stages, rails: [rail], clocks } as unknown as ProcessDefinition;
    const input = { dealId, definition: all };
    const empty = { ...state(0, 0), steps: {}, clocks: [] };
    const process = { id: 'process:c:1', cycle: 1, stage: '', process: 'c', startedAt: 0 };
    const alarms = [
      { silences: { r: { cycle: 1, at: 1_000 } } },
      { clocks: [{ ...process, due: 1_000, breached: false, levels: [] }] },
      {
        stage: 't',
        sides: { s: { steps: { w: { status: 'waiting', round: 1, timerAt: 1_000 } } } },
      },
    ].map((part) => alarmAt(input, { ...empty, ...part } as unknown as RunState, 1_000));
    expect(alarms).toEqual([1_000 + delay, 1_000 + delay, 1_000 + delay]);
  });

  it('rings on the instant for what it does not know', () => {
    const units = { stage: 'bd', wait: 'd', level: 'bh' } as const;
    const input = { dealId, definition: definition(units) };
    expect(alarmAt(input, state(9_000_000, 9_000_000), 1_000)).toBe(1_000);
  });

  it('spreads deals over the whole minute', () => {
    const delays = Array.from({ length: 600 }, (_, n) => delayOf(`0192f0c1-aaaa-7000-8000-${n}`));
    const seconds = new Set(delays.map((ms) => Math.floor(ms / 1_000)));
    expect(seconds.size).toBeGreaterThan(50);
  });

  it('is silent when nothing is due', () => {
    const units = { stage: 'bd', wait: 's', level: 'bd' } as const;
    expect(
      alarmAt({ dealId, definition: definition(units) }, state(1, 1), undefined),
    ).toBeUndefined();
  });
});
