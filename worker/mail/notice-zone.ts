import type { Transaction } from '#prisma/client.ts';
import { pinnedVersion } from '../activities/batch/pinned-version.ts';

/** Zone of the calendar that measured a due: of the task's department, else of the process; UTC when it is gone. */
export async function noticeZone(
  tx: Transaction,
  { versionId }: { versionId: string },
  { taskId }: { taskId: string | null },
): Promise<string> {
  const { drawing } = await pinnedVersion(tx, versionId);
  const task = taskId && (await tx.task.findUnique({ where: { id: taskId } }));
  const key = task ? task.departmentKey : null;
  const department = key && (await tx.department.findUnique({ where: { key } }));
  const own = department ? department.calendarKey : null;
  const calendar = await tx.calendar.findUnique({ where: { key: own ?? drawing.calendar } });
  return calendar?.zone ?? 'UTC';
}
