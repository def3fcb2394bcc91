import type { TaskDetail } from '#api/contract/tasks.ts';
import { roleName } from '#api/contract/role-names.ts';

type Approval = Pick<TaskDetail, 'may' | 'assignee' | 'department' | 'role' | 'held'>;

/** Who decides, for somebody who may not; and for whom, for somebody who stands in. */
export function decisionSentence(task: Approval, personId: string): string | null {
  const { assignee, department, role } = task;
  if (task.may.decide)
    return assignee === null || assignee.id === personId
      ? null
      : `You decide for ${assignee.name}, who is away.`;
  if (assignee !== null && assignee.id !== personId) return `${assignee.name} decides.`;
  // What one would decide but for having asked for it (E3).
  if (assignee !== null)
    return 'You asked for it, did what it is about, or decided a part of it: another must decide.';
  const others = department?.name ?? (role === null ? 'Another approver' : inRole(role));
  return `${others} decides; nobody approves what they asked for or did, or twice.`;
}

function inRole(role: string): string {
  return `A person with the role “${roleName(role)}”`;
}
