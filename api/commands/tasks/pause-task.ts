import type { PauseReason } from '#core/drawing/pause-reasons.ts';
import { drawnStep } from '#core/drawing/drawn-step.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { pausesOf } from '../../queries/task/task-rights.ts';
import type { TaskRow } from '../../queries/task/task-row.ts';
import { findVersion } from '../../queries/process/versions.ts';
import type { Transaction } from '#prisma/client.ts';
import { stepRef } from './complete-task.ts';
import { requireOpen, requireRevision, taskRow } from './lock-task.ts';
import { runCommand } from '../running/run-command.ts';

interface Input {
  taskId: string;
  revision: number;
}

async function openRow(tx: Transaction, { taskId, revision }: Input): Promise<TaskRow> {
  const row = await taskRow(tx, taskId, false);
  requireOpen(row);
  requireRevision(row, revision);
  return row;
}

async function allowed(context: SignedInContext, tx: Transaction, row: TaskRow) {
  const { drawing } = await findVersion(tx, row.version_id);
  return pausesOf(context.actor, row, drawnStep(drawing, row.stage, row.step));
}

const runOf = ({ deal_id: dealId, run_no: runNo }: TaskRow) => ({ dealId, runNo });
const ok = async () => ({ ok: true as const });

/**
 * A task waits for somebody, for a reason that its step allows; its clock stands meanwhile.
 * @throws AppError `forbidden`, `not-open`, `stale`
 */
export async function pauseTask(
  context: SignedInContext,
  input: Input & { why: PauseReason; note: string },
) {
  return runCommand(context, input, {
    async prepare(tx, id) {
      const row = await openRow(tx, input);
      const { pause } = await allowed(context, tx, row);
      if (!pause.includes(input.why)) throw notForThat(row, pause);
      const { why, note, revision } = input;
      return {
        run: runOf(row),
        event: {
          id,
          kind: 'pauseTask',
          by: context.actor.id,
          task: stepRef(row),
          why,
          note: id,
          revision,
        },
        submission: { values: { text: note }, taskId: row.id },
      };
    },
    answer: ok,
  });
}

function notForThat(row: TaskRow, pause: PauseReason[]): AppError {
  const remedy =
    pause.length > 0 ? `It may wait for ${pause.join(' or ')}.` : 'It may not wait now.';
  return new AppError('forbidden', `“${row.title}” may not wait for that. ${remedy}`);
}

/** A task that waited goes on, with what came back. */
export async function resumeTask(
  context: SignedInContext,
  input: Input & { note?: string | undefined },
) {
  return runCommand(context, input, {
    async prepare(tx, id) {
      const row = await openRow(tx, input);
      const { resume } = await allowed(context, tx, row);
      if (!resume) throw new AppError('not-open', `“${row.title}” does not wait for anybody.`);
      const { note, revision } = input;
      return {
        run: runOf(row),
        event: {
          id,
          kind: 'resumeTask',
          by: context.actor.id,
          task: stepRef(row),
          note: note === undefined ? null : id,
          revision,
        },
        ...(note !== undefined && { submission: { values: { text: note }, taskId: row.id } }),
      };
    },
    answer: ok,
  });
}
