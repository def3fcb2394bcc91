import { describe, expect, it } from 'vitest';
import type { Effect } from '../run/contract/effect.ts';
import { answer } from './answer.ts';
import { sampleWorld } from './testing/sample-world.ts';

const friday = Date.UTC(2026, 8, 11, 13, 40);
const clock: Extract<Effect, { kind: 'startClock' }> = {
  key: 'clock:stage:s:1:1',
  kind: 'startClock',
  clock: 'stage:s:1',
  cycle: 1,
  stage: 's',
  from: friday,
  calendar: { calendar: 'process', department: 'technical' },
  levels: [],
};
const wait = { stage: 's', step: 'w', visit: 1, round: 1 };

describe('answer', () => {
  it('gives a clock its due and the instants of its levels, on the calendar of its source', () => {
    const levels = [
      { id: 'early', offset: { percent: -50 }, to: [] },
      { id: 'late', offset: { n: 2, unit: 'bh' as const }, to: [] },
    ];
    const ask = { ...clock, after: { n: 4, unit: 'bh' as const }, levels };
    // Friday 15:40 in Warsaw: 80 minutes are left, the rest is worked on Monday from 9.
    const due = Date.UTC(2026, 8, 14, 9, 40);
    expect(answer([ask], sampleWorld).clocks).toEqual([
      {
        clock: 'stage:s:1',
        cycle: 1,
        due,
        byTime: due,
        calendar: 'technical',
        levels: [
          { level: 'early', at: Date.UTC(2026, 8, 14, 7, 40) },
          { level: 'late', at: Date.UTC(2026, 8, 14, 11, 40) },
        ],
      },
    ]);
  });

  it('takes the earlier of the time and the close of the date, else the end of a free day', () => {
    const due = (date: string, n: number) =>
      answer([{ ...clock, date, after: { n, unit: 'd' } }], sampleWorld).clocks[0]!.due;
    expect(due('2026-09-14', 30)).toBe(Date.UTC(2026, 8, 14, 15));
    expect(due('2026-09-13', 30)).toBe(Date.UTC(2026, 8, 13, 22));
    expect(due('2026-09-14', 1)).toBe(friday + 86_400_000);
  });

  it('names what cannot be answered: no working time, a wrong date, a department without lead', () => {
    const closed = { calendar: 'process', department: 'closed' };
    const duration = { n: 1, unit: 'bh' } as const;
    const effects: Effect[] = [
      { ...clock, after: duration, calendar: closed },
      { ...clock, key: 'clock:2', date: '2026-02-30' },
      { key: 'timer', kind: 'startTimer', wait, from: friday, duration, calendar: closed },
      { key: 'owner', kind: 'setOwner', to: { kind: 'department', department: 'x' }, step: wait },
    ];
    expect(answer(effects, sampleWorld)).toEqual({
      clocks: [],
      timers: [],
      failures: [
        { effect: clock.key, stage: 's', clock: 'stage:s:1', code: 'no-working-time' },
        { effect: 'clock:2', stage: 's', clock: 'stage:s:1', code: 'bad-date' },
        { effect: 'timer', stage: 's', step: 'w', code: 'no-working-time' },
        { effect: 'owner', stage: 's', step: 'w', code: 'no-lead' },
      ],
    });
  });

  it('says who owns the deal now, and when a wait is over', () => {
    const effects: Effect[] = [
      { key: 'owner', kind: 'setOwner', to: { kind: 'department', department: 'technical' } },
      {
        key: 'timer',
        kind: 'startTimer',
        wait,
        from: friday,
        duration: { n: 5, unit: 'min' },
        calendar: { calendar: 'process' },
      },
    ];
    expect(answer(effects, sampleWorld)).toEqual({
      clocks: [],
      timers: [{ ...wait, at: friday + 300_000 }],
      failures: [],
      owner: 'lead',
    });
  });

  it('says which day lies so much later, or why that cannot be said', () => {
    const ask = { kind: 'setDates', step: wait, from: friday } as const;
    const dates = [
      { field: 'until', in: { n: 2, unit: 'bd' as const } },
      { field: 'reminder', in: { n: 1, unit: 'd' as const } },
    ];
    const calendar = { calendar: 'process', department: 'technical' };
    const closed = { calendar: 'process', department: 'closed' };
    const answers = answer(
      [
        { key: 'dates', ...ask, dates, calendar },
        { key: 'never', ...ask, dates, calendar: closed },
      ],
      sampleWorld,
    );
    expect(answers.dates).toEqual([
      { ...wait, values: { until: '2026-09-15', reminder: '2026-09-12' } },
    ]);
    expect(answers.failures).toEqual([
      { effect: 'never', stage: 's', step: 'w', code: 'no-working-time' },
    ]);
  });

  it('says who of a pool gets a task; a queue is not asked', () => {
    const task = { ...wait, step: 't' };
    const open = { kind: 'openTask', state: 'ready', task, owner: null, mandatory: true } as const;
    const pool = { kind: 'department', department: 'technical' } as const;
    const effects: Effect[] = [
      { key: 'one', ...open, assign: { ...pool, by: 'leastLoaded', sticky: true } },
      { key: 'two', ...open, assign: { ...pool, by: 'roundRobin' }, notBy: ['tess', 'tom'] },
      { key: 'three', ...open, assign: pool },
    ];
    expect(answer(effects, sampleWorld).assignees).toEqual([
      { task, person: 'tom', why: { strategy: 'sticky', pool: 3, eligible: 2 } },
      {
        task,
        person: null,
        why: { strategy: 'roundRobin', pool: 3, eligible: 0, nobody: 'no-match' },
      },
    ]);
  });
});
