import { Prisma } from '#prisma/generated/client.ts';
import type { Transaction } from '#prisma/client.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { selectTasks, type TaskRow } from '../../queries/task/task-row.ts';
import { staleRow } from '../running/stale-row.ts';

export const openTaskStates = ['ready', 'assigned', 'in_progress'];

/** What a conflict shows of a task as it is now. */
export function currentTask(row: TaskRow) {
  const assignee =
    row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' };
  return { id: row.id, state: row.state, assignee, revision: row.revision };
}

/** Reads a task; `lock` keeps others from changing its row until the transaction ends. */
export async function taskRow(tx: Transaction, taskId: string, lock: boolean): Promise<TaskRow> {
  const rows = await tx.$queryRaw<TaskRow[]>`
    ${selectTasks} WHERE t.id = ${taskId} ${lock ? Prisma.sql`FOR UPDATE OF t` : Prisma.empty}`;
  const row = rows[0];
  if (!row) throw notFound('task', taskId);
  return row;
}

/** @throws AppError `not-open` when the task is done, cancelled or its deal closed */
export function requireOpen(row: TaskRow, states: readonly string[] = openTaskStates): void {
  if (states.includes(row.state)) return;
  const words: Record<string, string> = { done: 'done', waived: 'waived', cancelled: 'cancelled' };
  const detail = `“${row.title}” is ${words[row.state] ?? 'not open'}.`;
  throw new AppError('not-open', detail, { current: currentTask(row) });
}

/** @throws AppError `stale` with the draft as it is, when it was saved since the person read it */
export function requireDraft(row: TaskRow, draftRevision: number): void {
  if (row.draft_revision === draftRevision) return;
  const message = `It is at revision ${row.draft_revision} now.`;
  throw new AppError('stale', `The form of “${row.title}” was filled in elsewhere meanwhile.`, {
    errors: [{ path: 'draftRevision', value: draftRevision, message }],
    current: {
      ...currentTask(row),
      draftRevision: row.draft_revision,
      values: row.draft ?? {},
    },
  });
}

/** @throws AppError `stale` when the row was changed since the person saw it */
export function requireRevision(row: TaskRow, revision: number): void {
  if (row.revision !== revision) throw staleRow(`“${row.title}”`, revision, currentTask(row));
}
