import { describe, expect, it } from 'vitest';
import { stepSchema, type Step } from '#core/drawing/step.ts';
import type { TaskRow } from '../task/task-row.ts';
import { drawnFor, forWhom } from './for-whom.ts';

const departments = new Map([['tech', 'Technicians']]);
const manager = { kind: 'role', role: 'manager' };
const technicians = { kind: 'department', department: 'tech' };
const approval = (...to: object[]): Step =>
  stepSchema.parse({
    id: 'ok',
    kind: 'approval',
    name: 'Approve',
    approvers: to.map((each, n) => ({ id: `a${n}`, to: each })),
  });
const row = (more: Partial<TaskRow>) =>
  ({ state: 'ready', department_key: null, role: null, item: 'a0', ...more }) as TaskRow;

describe('for whom a task is', () => {
  it('is what is drawn while nobody has it: a department, a role, or several approvers', () => {
    const department = { key: 'tech', name: 'Technicians' };
    expect(drawnFor(approval(technicians), departments)).toMatchObject({ department });
    expect(drawnFor(approval(manager), departments)).toMatchObject({ to: 'role', role: 'manager' });
    expect(drawnFor(approval(manager, technicians), departments).to).toBe('several');
    const offered = forWhom(row({ state: 'offered', item: null }), approval(manager), departments);
    expect(offered).toMatchObject({ to: 'role', role: 'manager' });
  });

  it('is whose queue it is in, and not the owner’s because it is nobody’s queue', () => {
    const own = approval({ kind: 'owner' });
    expect(forWhom(row({ role: 'manager' }), own, departments).to).toBe('role');
    expect(forWhom(row({ department_key: 'tech' }), own, departments).to).toBe('department');
    expect(forWhom(row({}), own, departments).to).toBe('owner');
    expect(forWhom(row({}), approval({ kind: 'person', person: 'p' }), departments).to).toBe(
      'person',
    );
  });
});
