import type { SignedInContext } from '../edge/request-context.ts';
import { AppError } from '../problem/app-error.ts';
import { isApprover } from '../queries/may-decide.ts';
import type { TaskRow } from '../queries/task-row.ts';
import { stepRef } from './complete-task.ts';
import { requireOpen, requireRevision, taskRow } from './lock-task.ts';
import { runCommand } from './run-command.ts';

interface Input {
  taskId: string;
  revision: number;
  decision: 'approved' | 'rejected';
  note?: string | undefined;
}

/**
 * One approver's word (E3). The part says whose word it is: a person's, a department's, a role's; who
 * stands in may give it with the right to decide.
 * @throws AppError `forbidden`, `own-request`, `not-open`, `stale`
 */
export async function decideApproval(context: SignedInContext, input: Input) {
  const { actor, services } = context;
  return runCommand(context, input, {
    async prepare(tx, id) {
      const row = await taskRow(tx, input.taskId, false);
      requireApproval(row, input.decision);
      requireOpen(row);
      if (!(await isApprover(tx, actor, row, services.now())))
        throw new AppError('forbidden', `“${row.title}” is for others to decide.`);
      requireNotOwn(row, actor.id);
      requireRevision(row, input.revision);
      const { decision, note } = input;
      const submission = note === undefined ? null : id;
      return {
        run: { dealId: row.deal_id, runNo: row.run_no },
        event: { id, kind: 'decide', by: actor.id, approval: stepRef(row), decision, submission },
        ...(note !== undefined && { submission: { values: { text: note }, taskId: row.id } }),
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}

function requireApproval(row: TaskRow, decision: string): void {
  if (row.kind === 'approval') return;
  const message = `“${row.title}” is completed, not approved or rejected.`;
  const errors = [{ path: 'decision', value: decision, message }];
  throw new AppError('unknown-outcome', message, { errors });
}

/** @throws AppError `own-request`: nobody approves what they asked for, also not for somebody else */
export function requireNotOwn(row: TaskRow, person: string): void {
  if (!row.not_by.includes(person)) return;
  const detail = `You asked for “${row.title}” or did what it is about: another must decide.`;
  throw new AppError('own-request', detail);
}
