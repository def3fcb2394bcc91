import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { announce } from '../commands/running/changes.ts';
import { openDeal } from '../commands/deals/deal-row.ts';
import { requireOpen, taskRow } from '../commands/tasks/lock-task.ts';
import { rowCommand } from '../commands/running/row-command.ts';
import type { SignedInContext } from '../http/request-context.ts';
import { notFound } from '../problem/app-error.ts';
import { tellRun } from './attach-file.ts';

/** Removes a file again; its uploader may while the task that it was attached to is open. */
export async function removeFile(context: SignedInContext, fileId: string): Promise<{ ok: true }> {
  const { services } = context;
  const removed = await rowCommand(context, { fileId }, async (tx) => {
    const file = await tx.dealFile.findUnique({ where: { id: fileId } });
    if (!file) throw notFound('file', fileId);
    await openDeal(tx, file.dealId);
    const task = file.taskId === null ? undefined : await taskRow(tx, file.taskId, true);
    if (task) requireOpen(task);
    await tx.dealFile.delete({ where: { id: fileId }, select: { id: true } });
    await announce(tx, [
      ['deal', file.dealId],
      ['task', task?.department_key],
      ['task', task?.assignee_id],
    ]);
    const { dealId, field, taskId, path } = file;
    const others = await tx.dealFile.count({ where: { dealId, field } });
    return { dealId, field, path, tells: taskId === null && others === 0 };
  });
  await rm(join(services.filesDir, removed.path), { force: true });
  if (removed.tells) {
    const { dealId, field } = removed;
    await tellRun(context, { dealId, field, isSet: false, key: context.idempotencyKey ?? fileId });
  }
  return { ok: true };
}
