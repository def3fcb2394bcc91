import type { Step } from '#core/drawing/step.ts';
import type { TaskRow } from '../queries/task/task-row.ts';
import { roleName } from '../contract/role-names.ts';
import { approverOf, assigneeOf } from './assignee.ts';

const strategies: Record<string, string> = {
  roundRobin: 'Next in turn',
  leastLoaded: 'Least loaded',
  sticky: 'Did this for the same company before, one',
  queue: 'One',
};

/** Why a task came to this person or department. */
export function givenBecause(step: Step, row: TaskRow): string {
  const because = drawnBecause(step, row);
  if (step.kind !== 'approval') return because;
  const limit = approverOf(step, row.item)?.upTo;
  return limit ? `${because} The approval has a limit.` : because;
}

const afterLeaving = (row: TaskRow) =>
  row.assignee_id === null
    ? 'Who should have this has left, and nobody stands in: the managers decide who gets it.'
    : 'Who should have this has left. It came to whoever stands in, or leads the department.';

function drawnBecause(step: Step, row: TaskRow): string {
  if (row.assigned_why && 'left' in row.assigned_why) return afterLeaving(row);
  const assign = assigneeOf(step, row.item);
  switch (assign?.kind) {
    case 'owner':
      return 'You own the deal, and the process gives this step to its owner.';
    case 'person':
      return 'The process names a person for this step.';
    case 'role':
      return `The process gives this step to the role “${roleName(assign.role)}”.`;
    case 'department':
      return ofDepartment(row, row.department_name ?? assign.department);
    case undefined:
      return 'The process gives this step to people.';
  }
}

function ofDepartment(row: TaskRow, name: string): string {
  const queue = `The process gives this step to ${name}.`;
  if (row.assignee_id === null) return `${queue} Nobody has claimed it yet.`;
  const who = row.assignee_name ?? 'Somebody';
  const why = row.assigned_why;
  if (!why || 'left' in why) return `${queue} ${who} claimed it.`;
  return `${queue} ${strategies[why.strategy]} of ${why.eligible} eligible: ${who}.`;
}
