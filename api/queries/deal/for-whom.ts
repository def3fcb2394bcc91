import type { z } from 'zod';
import type { Step } from '#core/drawing/step.ts';
import type { dealTask } from '../../contract/deal.ts';
import { assigneeOf } from '../../describe/assignee.ts';
import type { TaskRow } from '../task/task-row.ts';

/** Names by key. */
type Departments = ReadonlyMap<string, string>;
type ForWhom = Pick<z.infer<typeof dealTask>, 'to' | 'department' | 'role'>;

/** For whom a step is drawn, while nobody has it. */
export function drawnFor(step: Step | undefined, departments: Departments): ForWhom {
  const [first, ...others] = step?.kind === 'approval' ? step.approvers : [];
  if (others.length > 0) return { to: 'several', department: null, role: null };
  const assign = first?.to ?? assigneeOf(step);
  switch (assign?.kind) {
    case 'department': {
      const key = assign.department;
      const department = { key, name: departments.get(key) ?? key };
      return { to: 'department', department, role: null };
    }
    case 'role':
      return { to: 'role', department: null, role: assign.role };
    default:
      return { to: assign?.kind ?? 'owner', department: null, role: null };
  }
}

/** Whose queue a task is in, or whose it is by rule; a step that is offered is nobody's yet. */
export function forWhom(row: TaskRow, step: Step | undefined, departments: Departments): ForWhom {
  if (row.state === 'offered') return drawnFor(step, departments);
  const { department_key: key, department_name: name, role } = row;
  if (key !== null) return { to: 'department', department: { key, name: name ?? key }, role: null };
  if (role !== null) return { to: 'role', department: null, role };
  const isOwners = assigneeOf(step, row.item)?.kind === 'owner';
  return { to: isOwners ? 'owner' : 'person', department: null, role: null };
}
