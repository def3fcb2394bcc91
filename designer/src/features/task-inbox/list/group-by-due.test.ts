import { describe, expect, it } from 'vitest';
import type { TaskItem } from '#api/contract/tasks.ts';
import { groupByDue } from './group-by-due.ts';

const now = new Date(2026, 8, 16, 11, 30);
const dues = {
  overdue: new Date(2026, 8, 16, 11, 0).toISOString(),
  today: new Date(2026, 8, 16, 17, 0).toISOString(),
  later: new Date(2026, 8, 30, 17, 0).toISOString(),
  none: null,
};
const task = (id: string, due: keyof typeof dues, state: TaskItem['state'] = 'ready') =>
  ({ id, dueAt: dues[due], state, waiting: null, held: false }) as TaskItem;

describe('the groups of the inbox', () => {
  it('follow the due, and only the overdue one is red', () => {
    const groups = groupByDue(
      [task('a', 'overdue'), task('b', 'today'), task('c', 'today')],
      'mine',
      now,
    );
    expect(groups.map(({ title, late, tasks }) => [title, late, tasks.length])).toEqual([
      ['Overdue', true, 1],
      ['Today', false, 2],
    ]);
  });

  it('keep optional work apart, never red', () => {
    expect(groupByDue([task('a', 'overdue', 'offered')], 'queue', now)).toMatchObject([
      { title: 'Optional', late: false },
    ]);
  });

  it('put what waits or is on hold last, never red', () => {
    const waits = { ...task('a', 'overdue'), waiting: { why: 'customer', since: '' } } as TaskItem;
    const held = { ...task('b', 'today'), held: true };
    expect(groupByDue([waits, held, task('c', 'later')], 'mine', now)).toMatchObject([
      { title: 'Later', late: false },
      { title: 'Not running', late: false, tasks: [{ id: 'a' }, { id: 'b' }] },
    ]);
  });

  it('put closed work in one group, whatever it was due', () => {
    expect(
      groupByDue([task('a', 'overdue', 'done'), task('b', 'none', 'done')], 'done'),
    ).toHaveLength(1);
  });
});
