import type { Transaction } from '#prisma/client.ts';
import type { HandOver } from '../../contract/admin.ts';
import { announce } from '../changes.ts';
import { share, takersOf } from './shares.ts';

interface OpenTask {
  id: string;
  dealId: string;
  departmentKey: string | null;
  role: string | null;
  notBy: string[];
  /** Whether the task comes along with its deal: the run gives the owner's tasks to the new owner. */
  follows: boolean;
}

/** What a person has in hand, in the order in which it is due. */
function openTasksOf(tx: Transaction, personId: string): Promise<OpenTask[]> {
  return tx.$queryRaw<OpenTask[]>`
    SELECT t.id, t.deal_id AS "dealId", t.department_key AS "departmentKey", t.role, t.not_by AS "notBy",
      d.owner_id IS NOT DISTINCT FROM ${personId} AND t.department_key IS NULL AND t.role IS NULL AS follows
    FROM task t JOIN deal d ON d.id = t.deal_id
    WHERE t.assignee_id = ${personId} AND t.state IN ('assigned', 'in_progress')
    ORDER BY t.due_at NULLS LAST, t.id FOR UPDATE OF t`;
}

/**
 * Gives a person's tasks to others, or back to their queues. A task without a queue stays where it is when queues are
 * chosen; so does one that nobody of those chosen may have. Answers who gets which.
 */
export async function handOverTasks(
  tx: Transaction,
  personId: string,
  { tasks: choice, deals }: HandOver,
  now: Date,
): Promise<{ to: string | null; dealId: string }[]> {
  if (choice.to === 'nobody') return [];
  const open = await openTasksOf(tx, personId);
  const given =
    choice.to === 'queue'
      ? open
          .filter(({ departmentKey, role }) => departmentKey !== null || role !== null)
          .map((piece) => ({ piece, to: null }))
      : share(
          open.filter(({ follows }) => !follows || deals.to === 'nobody'),
          await takersOf(tx, 'tasks', choice, now),
        );
  await write(tx, given);
  const refs = given.flatMap(({ piece, to }) => [piece.departmentKey, to]);
  const topics = [...new Set([personId, ...refs])].map((ref) => ['task', ref] as const);
  await announce(tx, [...topics, ...given.map(({ piece }) => ['deal', piece.dealId] as const)]);
  return given.map(({ piece, to }) => ({ to, dealId: piece.dealId }));
}

async function write(
  tx: Transaction,
  given: { piece: OpenTask; to: string | null }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET assignee_id = given.person, started_at = NULL, revision = revision + 1,
      state = CASE WHEN given.person IS NULL THEN 'ready' ELSE 'assigned' END
    FROM unnest(${given.map(({ piece }) => piece.id)}::text[],
      ${given.map(({ to }) => to)}::text[]) AS given(id, person)
    WHERE task.id = given.id`;
}
