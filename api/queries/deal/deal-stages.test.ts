import { describe, expect, it } from 'vitest';
import { dealStages } from './deal-stages.ts';

const at = new Date('2026-09-16T09:00:00Z');
const visit = (stage: string) => ({ stage, visit: 1, entered_at: at, left_at: at, due_at: null });

function states(stage: string, visited: string[], state = 'open'): string[] {
  const stages = ['first', 'second', 'third'].map((id) => ({ id, name: id }));
  const around = {
    version: { drawing: { stages } },
    row: { state, stage },
    visits: visited.map(visit),
    calendars: { of: () => ({ zone: 'UTC' }) },
    now: at,
  } as unknown as Parameters<typeof dealStages>[0];
  return dealStages(around).map((line) => line.state);
}

describe('the stages of a deal', () => {
  it('lie ahead again after it went back', () => {
    expect(states('second', ['first', 'second', 'third', 'second'])).toEqual([
      'done',
      'current',
      'later',
    ]);
  });

  it('are passed where it never was, and done as far as it came when it is closed, but where it was lost', () => {
    expect(states('third', ['first', 'third'])).toEqual(['done', 'passed', 'current']);
    expect(states('second', ['first', 'second', 'third'], 'lost')).toEqual([
      'done',
      'lost',
      'done',
    ]);
  });
});
