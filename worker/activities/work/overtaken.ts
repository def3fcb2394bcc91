import type { RunEvent } from '#core/run/contract/event.ts';
import { taskKey } from '#core/run/state/keys.ts';
import { refOfEvent } from '#core/run/state/occurrence.ts';
import type { Batch, Written } from '../batch/batch.ts';
import { readStored } from '../batch/store-batch.ts';
import type { Turn } from '../batch/turn.ts';

interface Act {
  id: string;
  task: string;
  revision: number;
}

/**
 * Whether a batch has taken a command on a task that somebody has claimed, given back or changed since
 * (E25): then nothing may be written, and the run is to refuse it. The lock keeps a claim waiting until
 * the batch is committed. What was stored before counts.
 */
export async function overtakenActs(turn: Turn): Promise<Written | undefined> {
  const { batch } = turn;
  const acts = actsOn(batch);
  if (acts.length === 0) return undefined;
  const revisions = await lockTasks(turn, acts);
  const overtaken = acts.filter(
    ({ task, revision }, k) =>
      (revisions.get(task) ?? revision) !== revision ||
      acts.slice(0, k).some((earlier) => earlier.task === task),
  );
  if (overtaken.length === 0) return undefined;
  const stored = await readStored(turn);
  return stored ?? { now: batch.now, answers: null, overtaken: overtaken.map(({ id }) => id) };
}

/** The commands that were taken and name the revision of their task. */
function actsOn({ events, refused }: Batch): Act[] {
  return events.flatMap((event) => {
    const ref = refOfEvent(event);
    const revision = revisionOf(event);
    if (!ref || revision === undefined || refused.includes(event.id)) return [];
    return [{ id: event.id, task: taskKey(ref), revision }];
  });
}

/** Of the task's row; an edit of fields has another one. */
function revisionOf(event: RunEvent): number | undefined {
  return 'revision' in event && ('task' in event || 'approval' in event)
    ? event.revision
    : undefined;
}

async function lockTasks({ tx, batch }: Turn, acts: Act[]): Promise<Map<string, number>> {
  const keys = acts.map(({ task }) => task);
  const rows = await tx.$queryRaw<{ key: string; revision: number }[]>`
    SELECT key, revision FROM task
    WHERE deal_id = ${batch.dealId} AND run_no = ${batch.runNo} AND key = ANY(${keys}::text[])
    ORDER BY id FOR UPDATE`;
  return new Map(rows.map(({ key, revision }) => [key, revision]));
}
