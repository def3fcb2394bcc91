import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { isApprover } from '../../queries/task/may-decide.ts';
import type { TaskRow } from '../../queries/task/task-row.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { stepRef } from './complete-task.ts';
import { requireOpen, requireRevision, taskRow } from './lock-task.ts';
import { runCommand } from '../running/run-command.ts';
import { seenFields } from '../deals/seen-fields.ts';

interface Input {
  taskId: string;
  revision: number;
  fieldsRevision: number;
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
      const { decision, note, revision, fieldsRevision } = input;
      const shown = await shownFields(tx, row);
      return {
        run: { dealId: row.deal_id, runNo: row.run_no },
        event: {
          id,
          kind: 'decide',
          by: actor.id,
          approval: stepRef(row),
          decision,
          submission: note === undefined ? null : id,
          revision,
          seen: seenFields(shown, fieldsRevision),
        },
        ...(note !== undefined && { submission: { values: { text: note }, taskId: row.id } }),
      };
    },
    answer: async () => ({ ok: true as const }),
  });
}

/** What the approver decides on: the fields that are shown, and those whose change voids the approval (E14). */
async function shownFields(tx: Transaction, row: TaskRow): Promise<string[]> {
  const { drawing } = await findVersion(tx, row.version_id);
  const step = drawnStep(drawing, row.stage, row.step);
  return step?.kind === 'approval' ? [...new Set([...step.shows, ...(step.voidOn ?? [])])] : [];
}

function requireApproval(row: TaskRow, decision: string): void {
  if (row.kind === 'approval') return;
  const message = `“${row.title}” is completed, not approved or rejected.`;
  const errors = [{ path: 'decision', value: decision, message }];
  throw new AppError('unknown-outcome', message, { errors });
}

/** @throws AppError `own-request`: nobody approves what they asked for, nor twice, also not for somebody else */
export function requireNotOwn(row: TaskRow, person: string): void {
  if (!row.not_by.includes(person)) return;
  const detail = `You asked for “${row.title}”, did what it is about, or decided a part of it: another must decide.`;
  throw new AppError('own-request', detail);
}
