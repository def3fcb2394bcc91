import type { Transaction } from '#prisma/client.ts';
import type { TaskItem } from '../../contract/tasks.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { readCalendars } from '../../queries/calendars/calendars.ts';
import { rightsOf } from '../../queries/task/task-rights.ts';
import { toTaskItem } from '../../queries/task/task-item.ts';
import type { TaskRow } from '../../queries/task/task-row.ts';
import { findVersion } from '../../queries/process/versions.ts';
import { announce, roleRef } from '../running/changes.ts';
import { requireNotOwn } from './decide-approval.ts';
import { currentTask, requireOpen, requireRevision, taskRow } from './lock-task.ts';
import { rowCommand } from '../running/row-command.ts';

interface Input {
  taskId: string;
  revision: number;
}

async function announceTask(tx: Transaction, row: TaskRow, people: (string | null)[]) {
  const whose = [row.department_key, roleRef(row.role), ...people];
  const refs = whose.map((ref) => ['task', ref] as const);
  await announce(tx, [...refs, ['deal', row.deal_id]]);
}

async function itemOf(
  context: SignedInContext,
  tx: Transaction,
  taskId: string,
): Promise<TaskItem> {
  const row = await taskRow(tx, taskId, false);
  const version = await findVersion(tx, row.version_id);
  const calendars = await readCalendars(tx);
  return toTaskItem(row, { actor: context.actor, version, calendars, now: context.services.now() });
}

/**
 * Takes a task from the queue, or from somebody who has left, and starts it. The first claim wins.
 * @throws AppError `claimed` with who has it, `not-open`, `stale`
 */
export async function claimTask(context: SignedInContext, input: Input): Promise<TaskItem> {
  const { actor, services } = context;
  return rowCommand(context, input, async (tx) => {
    const row = await taskRow(tx, input.taskId, true);
    requireOpen(row);
    requireNotOwn(row, actor.id);
    // Unknown, not false, when the other claim came while this one waited: the lock reads the task alone anew.
    const hasLeft = row.assignee_active === false;
    if (row.assignee_id !== null && row.assignee_id !== actor.id && !hasLeft) {
      const detail = `${row.assignee_name ?? 'Somebody'} has claimed “${row.title}”.`;
      throw new AppError('claimed', detail, { current: currentTask(row) });
    }
    requireRevision(row, input.revision);
    await tx.task.update({
      where: { id: row.id },
      data: {
        assigneeId: actor.id,
        state: 'in_progress',
        startedAt: services.now(),
        revision: { increment: 1 },
      },
      select: { id: true },
    });
    await announceTask(tx, row, [row.assignee_id, actor.id]);
    return itemOf(context, tx, row.id);
  });
}

/**
 * Gives a task back to its department's queue.
 * @throws AppError `forbidden` when it is neither theirs nor of a department they lead
 */
export async function releaseTask(context: SignedInContext, input: Input): Promise<TaskItem> {
  return rowCommand(context, input, async (tx) => {
    const row = await taskRow(tx, input.taskId, true);
    requireOpen(row);
    requireRevision(row, input.revision);
    if (!rightsOf(context.actor, row).release)
      throw new AppError('forbidden', `Only who has claimed “${row.title}” can give it back.`);
    await tx.task.update({
      where: { id: row.id },
      data: { assigneeId: null, state: 'ready', startedAt: null, revision: { increment: 1 } },
      select: { id: true },
    });
    await announceTask(tx, row, [row.assignee_id]);
    return itemOf(context, tx, row.id);
  });
}
