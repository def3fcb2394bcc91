import type { z } from 'zod';
import type { StepOf } from '#core/drawing/step.ts';
import type { Assignee } from '#core/drawing/people.ts';
import type { dealApproval } from '../../contract/deal-parts.ts';
import { assigneeOf } from '../../words/assignee.ts';
import type { TaskRow } from '../task-row.ts';
import { occurrenceOf, ofKind, taskOfItem, type RunStep } from './frames.ts';

type DealApproval = z.infer<typeof dealApproval>;
type Part = DealApproval['parts'][number];

interface Around {
  tasks: TaskRow[];
  people: Map<string, string>;
  departments: Map<string, string>;
  /** What approvers wrote, by task. */
  notes: Map<string, string>;
}

/** Approvals with their parts: whose word is asked for, who gave it and what they wrote. */
export function dealApprovals(steps: RunStep[], around: Around): DealApproval[] {
  return ofKind(steps, 'approval')
    .filter(({ state }) => state.items !== undefined)
    .map((run): DealApproval => {
      const parts = Object.keys(run.state.items ?? {}).map((item) => partOf(run, item, around));
      const { where, step, state } = run;
      const need = step.need ?? 'all';
      return {
        ...occurrenceOf(run),
        where,
        title: step.name,
        status: state.status,
        need: need === 'all' ? parts.length : need,
        approved: parts.filter((part) => part.state === 'approved').length,
        parts,
      };
    });
}

function partOf(run: RunStep<StepOf<'approval'>>, item: string, around: Around) {
  const { step, state } = run;
  const part = state.items![item]!;
  const { people, tasks, notes } = around;
  const task = taskOfItem(run, item, tasks);
  const decided = part.port === 'approved' || part.port === 'rejected' ? part.port : undefined;
  const by = part.by ?? null;
  return {
    item,
    who: whoOf(part.to ?? assigneeOf(step, item), task, around),
    state: part.status === 'cancelled' ? 'cancelled' : (decided ?? 'open'),
    by: by === null ? null : { id: by, name: people.get(by) ?? 'Somebody' },
    at: task?.closed_at?.toISOString() ?? null,
    note: (task && notes.get(task.id)) ?? null,
    taskId: task?.id ?? null,
    dueAt: task?.due_at?.toISOString() ?? null,
  } satisfies Part;
}

function whoOf(
  to: Assignee | undefined,
  task: TaskRow | undefined,
  { people, departments }: Around,
): string {
  if (task?.assignee_name) return task.assignee_name;
  switch (to?.kind) {
    case 'department':
      return departments.get(to.department) ?? to.department;
    case 'role':
      return to.role;
    case 'person':
      return people.get(to.person) ?? 'Somebody';
    default:
      return 'The owner';
  }
}
