import type { z } from 'zod';
import type { dealApproval } from '../../contract/deal-parts.ts';
import type { TaskRow } from '../task-row.ts';
import { approvalPartsOf } from './approval-parts.ts';
import type { Decision } from './decisions.ts';
import { ofKind, type RunStep } from './frames.ts';

interface Around {
  tasks: TaskRow[];
  decisions: Map<string, Decision>;
}

/** Approvals with their parts: whose word is asked for, who gave it and what they wrote. */
export function dealApprovals(
  steps: RunStep[],
  { tasks, decisions }: Around,
): z.infer<typeof dealApproval>[] {
  return ofKind(steps, 'approval')
    .filter(({ state }) => state.items !== undefined)
    .map(({ stage, where, visit, step, state }) => {
      const own = tasks.filter(
        (row) =>
          row.stage === stage &&
          row.step === step.id &&
          row.visit === visit &&
          row.round === state.round,
      );
      return {
        stage,
        step: step.id,
        visit,
        round: state.round,
        where,
        title: step.name,
        status: state.status,
        ...approvalPartsOf(step, own, decisions),
      };
    });
}
