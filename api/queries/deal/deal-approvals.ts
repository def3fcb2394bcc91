import type { z } from 'zod';
import type { dealApproval } from '../../contract/deal-parts.ts';
import { taskFacts } from '../task/task-facts.ts';
import type { TaskRow } from '../task/task-row.ts';
import type { Version } from '../process/versions.ts';
import { approvalPartsOf } from './approval-parts.ts';
import type { Decision } from './decisions.ts';
import { occurrenceOf, ofKind, tasksOf, type RunStep } from './frames.ts';

interface Around {
  version: Version;
  values: Parameters<typeof taskFacts>[2];
  tasks: TaskRow[];
  decisions: Map<string, Decision>;
  zoneOf: (task: TaskRow) => string;
}

/** Approvals with their parts: whose word is asked for, who gave it and what they wrote. */
export function dealApprovals(
  steps: RunStep[],
  { version, values, tasks, decisions, zoneOf }: Around,
): z.infer<typeof dealApproval>[] {
  return ofKind(steps, 'approval')
    .filter(({ state }) => state.items !== undefined)
    .map((run) => ({
      ...occurrenceOf(run),
      where: run.where,
      title: run.step.name,
      status: run.state.status,
      facts: taskFacts(version, run, values),
      ...approvalPartsOf(run.step, tasksOf(run, tasks), decisions, zoneOf),
    }));
}
