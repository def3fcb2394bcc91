import { describe, expect, it } from 'vitest';
import type { DurationUnit } from '#core/time/duration.ts';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { initialState } from '#core/run/initial-state.ts';
import type { RunState } from '#core/run/run-state.ts';
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
