import type { Transaction } from '#prisma/client.ts';
import type { HandOver } from '../../contract/admin.ts';
import { AppError } from '../../problem/app-error.ts';
import { announce, roleRef } from '../running/changes.ts';
import { share, takersOf } from './shares.ts';

type ToPeople = Extract<HandOver['tasks'], { to: 'person' | 'pool' }>;

const MOST_NAMED = 5;

interface OpenTask {
  id: string;
  dealId: string;
  departmentKey: string | null;
  role: string | null;
  notBy: string[];
  title: string;
  deal: string;
  /** Whether the task comes along with its deal: the run gives the owner's tasks to the new owner. */
  follows: boolean;
}

/** What a person has in hand, in the order in which it is due. */
function openTasksOf(tx: Transaction, personId: string): Promise<OpenTask[]> {
  return tx.$queryRaw<OpenTask[]>`
    SELECT t.id, t.deal_id AS "dealId", t.department_key AS "departmentKey", t.role, t.not_by AS "notBy", t.title, d.number AS deal,
      d.owner_id IS NOT DISTINCT FROM ${personId} AND t.department_key IS NULL AND t.role IS NULL AS follows
    FROM task t JOIN deal d ON d.id = t.deal_id
    WHERE t.assignee_id = ${personId} AND t.state IN ('assigned', 'in_progress')
    ORDER BY t.due_at NULLS LAST, t.id FOR UPDATE OF t`;
}

/**
 * Gives a person's tasks to others, or back to their queues. A task without a queue stays where it is when queues are
 * chosen. Answers who gets which.
 * @throws AppError `own-request` when nobody of those chosen may decide one of the approvals
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
      : await toPeople(
          tx,
          open.filter(({ follows }) => !follows || deals.to === 'nobody'),
          { choice, now },
        );
  await write(tx, given);
  const refs = given.flatMap(({ piece, to }) => [piece.departmentKey, roleRef(piece.role), to]);
  const topics = [...new Set([personId, ...refs])].map((ref) => ['task', ref] as const);
  await announce(tx, [...topics, ...given.map(({ piece }) => ['deal', piece.dealId] as const)]);
  return given.map(({ piece, to }) => ({ to, dealId: piece.dealId }));
}

/** To one person, or to the people of a department: to whom each may go. */
async function toPeople(
  tx: Transaction,
  open: OpenTask[],
  { choice, now }: { choice: ToPeople; now: Date },
): Promise<{ piece: OpenTask; to: string }[]> {
  const given = share(open, await takersOf(tx, 'tasks', choice, now));
  const taken = new Set(given.map(({ piece }) => piece.id));
  const left = open.filter(({ id }) => !taken.has(id));
  if (left.length > 0) throw excluded(choice, left);
  return given;
}

/** Nobody decides what they asked for, or did the work for: an approval is never handed over to be stuck. */
function excluded(choice: ToPeople, left: OpenTask[]): AppError {
  const names = left.slice(0, MOST_NAMED).map(({ title, deal }) => `“${title}” of ${deal}`);
  const more = left.length > MOST_NAMED ? ` and ${left.length - MOST_NAMED} more` : '';
  const who = choice.to === 'person' ? 'This person' : 'Nobody of this department';
  const verb = choice.to === 'person' ? 'may not decide' : 'may decide';
  const message = `${who} ${verb} ${names.join(', ')}${more}: nobody approves what they asked for or did. Choose somebody else, or a department.`;
  const [key, value] =
    choice.to === 'person' ? ['person', choice.person] : ['department', choice.department];
  const errors = [{ path: `handOver.tasks.${key}`, value, message }];
  return new AppError('own-request', message, { errors });
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
