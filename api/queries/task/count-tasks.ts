import type { SignedInContext } from '../../http/request-context.ts';
import { mineFilter, queueFilter, withoutOwnerFilter } from './task-views.ts';

interface Row {
  mine: number;
  overdue: number;
  queue: number;
  oldest: Date | null;
  done: number;
  without_owner: number;
}

/** Figures of a person's inbox, in one query. */
export async function countTasks({ services, actor }: SignedInContext) {
  const rows = await services.database.$queryRaw<Row[]>`
    SELECT mine.count AS mine, mine.overdue, queue.count AS queue, queue.oldest, done.count AS done,
      without_owner.count AS without_owner
    FROM (SELECT count(*)::int, count(*) FILTER (WHERE t.due_at < ${services.now()})::int AS overdue
        FROM task t WHERE ${mineFilter(actor)}) mine,
      (SELECT count(*)::int, min(t.due_at) AS oldest FROM task t WHERE ${queueFilter(actor, undefined)}) queue,
      (SELECT count(*)::int FROM task t WHERE t.closed_by_id = ${actor.id} AND t.state = 'done') done,
      (SELECT count(*)::int FROM task t WHERE ${withoutOwnerFilter(actor)}) without_owner`;
  const row = rows[0];
  return {
    mine: row?.mine ?? 0,
    queue: row?.queue ?? 0,
    done: row?.done ?? 0,
    withoutOwner: row?.without_owner ?? 0,
    overdue: row?.overdue ?? 0,
    oldestQueueDueAt: row?.oldest?.toISOString() ?? null,
  };
}
