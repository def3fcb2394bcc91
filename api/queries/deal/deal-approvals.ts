import type { z } from 'zod';
import type { dealApproval } from '../../contract/deal-parts.ts';
import type { TaskRow } from '../task-row.ts';
import { approvalPartsOf } from './approval-parts.ts';
import type { Decision } from './decisions.ts';
import { occurrenceOf, ofKind, tasksOf, type RunStep } from './frames.ts';

interface Around {
  tasks: TaskRow[];
  decisions: Map<string, Decision>;
  zoneOf: (task: TaskRow) => string;
}

/** Approvals with their parts: whose word is asked for, who gave it and what they wrote. */
export function dealApprovals(
  steps: RunStep[],
  { tasks, decisions, zoneOf }: Around,
): z.infer<typeof dealApproval>[] {
  return ofKind(steps, 'approval')
    .filter(({ state }) => state.items !== undefined)
    .map((run) => ({
      ...occurrenceOf(run),
      where: run.where,
      title: run.step.name,
      status: run.state.status,
      ...approvalPartsOf(run.step, tasksOf(run, tasks), decisions, zoneOf),
    }));
}
