import type { SignedInContext } from '../../http/request-context.ts';
import { requireOpen, requireRevision, taskRow } from './lock-task.ts';
import { stepRef } from './complete-task.ts';
import { runCommand } from '../running/run-command.ts';

interface Input {
  taskId: string;
  revision: number;
}

const ok = async () => ({ ok: true as const });

/** The owner asks for an offered optional step (`request`), or says it is not needed (E4). */
export async function decideOffer(
  context: SignedInContext,
  input: Input,
  kind: 'request' | 'notNeeded',
) {
  return runCommand(context, input, {
    async prepare(tx, id) {
      const row = await taskRow(tx, input.taskId, false);
      requireOpen(row, ['offered']);
      requireRevision(row, input.revision);
      return {
        run: { dealId: row.deal_id, runNo: row.run_no },
        event: { id, kind, by: context.actor.id, task: stepRef(row), revision: input.revision },
      };
    },
    answer: ok,
  });
}

/** Steps over a mandatory task (E1); the reason is recorded. */
export async function waiveTask(context: SignedInContext, input: Input & { reason: string }) {
  return runCommand(context, input, {
    async prepare(tx, id) {
      const row = await taskRow(tx, input.taskId, false);
      requireOpen(row, ['ready', 'assigned', 'in_progress', 'offered']);
      requireRevision(row, input.revision);
      return {
        run: { dealId: row.deal_id, runNo: row.run_no },
        event: {
          id,
          kind: 'waive',
          by: context.actor.id,
          task: stepRef(row),
          reason: id,
          revision: input.revision,
        },
        submission: { values: { text: input.reason }, taskId: row.id },
      };
    },
    answer: ok,
  });
}
