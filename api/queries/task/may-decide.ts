import type { Database, Transaction } from '#prisma/client.ts';
import type { Actor } from '../../session/actor.ts';
import { standingInFor } from '../people/standing-in.ts';
import type { TaskRow } from './task-row.ts';

/**
 * Whether the person may give their word on an approver's part (E3): the one it is for, a member of
 * its department, somebody of its role, or who stands in for the one with the right to decide.
 * Whoever asked for the approval may not, for nobody.
 */
export async function mayDecide(
  database: Pick<Database | Transaction, 'absence'>,
  actor: Actor,
  row: TaskRow,
  now: Date,
): Promise<boolean> {
  const isOpen =
    row.kind === 'approval' && ['ready', 'assigned', 'in_progress'].includes(row.state);
  return isOpen && !row.not_by.includes(actor.id) && isApprover(database, actor, row, now);
}

/** Whether the part is theirs to decide, apart from who asked for it. */
export async function isApprover(
  database: Pick<Database | Transaction, 'absence'>,
  actor: Actor,
  row: TaskRow,
  now: Date,
): Promise<boolean> {
  if (row.assignee_id === actor.id) return true;
  if (row.assignee_id === null) {
    const own = actor.departments.some(({ key }) => key === row.department_key);
    return own || row.role === actor.role;
  }
  const away = await standingInFor(database, actor.id, now);
  return away.some((one) => one.delegateAuthority && one.personId === row.assignee_id);
}
