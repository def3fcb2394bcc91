import type { Step } from '#core/drawing/step.ts';
import type { Database } from '#prisma/client.ts';
import { approvalPartsOf, partsAmong, type ApprovalParts } from '../deal/approval-parts.ts';
import { readDecisions } from '../deal/decisions.ts';
import { selectTasks, type TaskRow } from './task-row.ts';

/**
 * The approval that a part belongs to, with everybody's word, also after its stage has been left: who
 * may see one part sees how the others decided, and no more of the deal. Null for an offer and for other work.
 */
export async function readTaskApproval(
  database: Pick<Database, '$queryRaw'>,
  step: Step,
  zoneOf: (task: TaskRow) => string,
  { deal_id, run_no, stage, visit, round, kind, item }: TaskRow,
): Promise<ApprovalParts | null> {
  if (step.kind !== 'approval' || kind !== 'approval' || item === null) return null;
  const tasks = await database.$queryRaw<TaskRow[]>`
    ${selectTasks}
    WHERE t.deal_id = ${deal_id} AND t.run_no = ${run_no} AND t.stage = ${stage}
      AND t.step = ${step.id} AND t.visit = ${visit} AND t.round = ${round}
    ORDER BY t.opened_at, t.id`;
  const ids = partsAmong(tasks).map(({ id }) => id);
  return approvalPartsOf(step, tasks, await readDecisions(database, ids), zoneOf);
}
