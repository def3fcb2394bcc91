import { Prisma } from '#prisma/generated/client.ts';
import type { Database } from '#prisma/client.ts';

/** What became of an approver's part: who decided, and what they wrote. */
export interface Decision {
  by: { id: string; name: string } | null;
  note: string | null;
}

interface Row {
  task: string;
  by: string | null;
  name: string | null;
  note: string | null;
}

/** Decisions by the task of their part. A note counts once the run took it: a refused one was never said. */
export async function readDecisions(
  database: Pick<Database, '$queryRaw'>,
  taskIds: string[],
): Promise<Map<string, Decision>> {
  if (taskIds.length === 0) return new Map();
  const rows = await database.$queryRaw<Row[]>`
    SELECT t.id AS task, p.id AS by, p.name, s.values->>'text' AS note
    FROM task t
    LEFT JOIN person p ON p.id = t.closed_by_id
    LEFT JOIN LATERAL (SELECT values FROM submission
      WHERE task_id = t.id AND effective_at IS NOT NULL ORDER BY created_at DESC LIMIT 1) s ON true
    WHERE t.id IN (${Prisma.join(taskIds)})`;
  return new Map(
    rows.map(({ task, by, name, note }) => [
      task,
      { by: by === null ? null : { id: by, name: name ?? 'Somebody' }, note },
    ]),
  );
}
