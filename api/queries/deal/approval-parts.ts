import type { z } from 'zod';
import type { StepOf } from '#core/drawing/step.ts';
import type { approvalParts } from '../../contract/deal-parts.ts';
import type { TaskRow } from '../task/task-row.ts';
import type { Decision } from './decisions.ts';

export type ApprovalParts = z.infer<typeof approvalParts>;
type Part = ApprovalParts['parts'][number];

/** The parts among the tasks of one occurrence of an approval; an offer is none. */
export function partsAmong(tasks: TaskRow[]): TaskRow[] {
  return tasks.filter(({ kind, item }) => kind === 'approval' && item !== null);
}

/** An approval's parts with everybody's word, and how many approvals it takes (E3). */
export function approvalPartsOf(
  { need = 'all' }: StepOf<'approval'>,
  tasks: TaskRow[],
  decisions: Map<string, Decision>,
  zoneOf: (task: TaskRow) => string,
): ApprovalParts {
  const parts = partsAmong(tasks).map((task) => ({
    ...partOf(task, decisions.get(task.id)),
    dueZone: zoneOf(task),
  }));
  return {
    need: need === 'all' ? parts.length : Math.min(need, parts.length),
    approved: parts.filter(({ state }) => state === 'approved').length,
    parts,
  };
}

function partOf(task: TaskRow, decision: Decision | undefined): Omit<Part, 'dueZone'> {
  const state = stateOf(task);
  const isDecided = state === 'approved' || state === 'rejected';
  return {
    item: task.item ?? '',
    who: task.assignee_name ?? task.department_name ?? task.role ?? 'The owner',
    state,
    by: (isDecided && decision?.by) || null,
    at: task.closed_at?.toISOString() ?? null,
    note: (isDecided && decision?.note) || null,
    taskId: task.id,
    dueAt: task.due_at?.toISOString() ?? null,
  };
}

function stateOf({ state, outcome, closed_at: closedAt }: TaskRow): Part['state'] {
  if (closedAt === null) return 'open';
  return state === 'done' && (outcome === 'approved' || outcome === 'rejected')
    ? outcome
    : 'cancelled';
}
