import type { Database } from '#prisma/client.ts';
import { standingInFor } from '../queries/people/standing-in.ts';
import type { Actor } from '../session/actor.ts';

/** A person's standing to the deal or task of a request. */
export type Relation = 'dealOwner' | 'taskWorker' | 'fileReader' | 'fileUploader';

/** What the request is about; ids were validated before. */
export interface Subject {
  dealId?: string | undefined;
  taskId?: string | undefined;
  fileId?: string | undefined;
}

type Holds = (database: Database, actor: Actor, subject: Subject) => Promise<boolean>;

/** Owner of the deal, or of the deal that the task belongs to. */
const dealOwner: Holds = async (database, actor, { dealId, taskId }) => {
  const where = dealId === undefined ? { tasks: { some: { id: taskId ?? '' } } } : { id: dealId };
  return (await database.deal.count({ where: { ...where, ownerId: actor.id } })) > 0;
};

/**
 * Assignee of the task, a member of the department or of the role that has it, or who stands in for
 * its assignee now.
 */
const taskWorker: Holds = async (database, actor, { taskId }) => {
  if (taskId === undefined) return false;
  const departmentKey = { in: actor.departments.map(({ key }) => key) };
  const standsInFor = await standingInFor(database, actor.id, new Date());
  const assigneeId = { in: [actor.id, ...standsInFor.map(({ personId }) => personId)] };
  const mine = { OR: [{ assigneeId }, { departmentKey }, { role: actor.role }] };
  return (await database.task.count({ where: { id: taskId, ...mine } })) > 0;
};

const fileUploader: Holds = async (database, actor, { fileId }) =>
  (await database.dealFile.count({ where: { id: fileId ?? '', byId: actor.id } })) > 0;

/**
 * Who works on a task whose form asks for the file's field, or whose step shows it, may read the
 * file (field-level grant).
 */
const fileReader: Holds = async (database, actor, { fileId }) => {
  const departments = actor.departments.map(({ key }) => key);
  const rows = await database.$queryRaw<unknown[]>`
    SELECT 1
    FROM deal_file f
    JOIN deal d ON d.id = f.deal_id
    JOIN process_version v ON v.id = d.version_id
    JOIN task t ON t.deal_id = f.deal_id AND (t.assignee_id = ${actor.id} OR t.department_key = ANY(${departments}))
    CROSS JOIN LATERAL jsonb_array_elements(v.drawing->'stages') AS drawn(stage)
    CROSS JOIN LATERAL jsonb_array_elements(drawn.stage->'steps') AS of_stage(step)
    WHERE f.id = ${fileId ?? ''} AND drawn.stage->>'id' = t.stage AND of_stage.step->>'id' = t.step
      AND (coalesce(of_stage.step->'shows', '[]') ? f.field
        OR coalesce(of_stage.step->'form', '[]') @> jsonb_build_array(jsonb_build_object('field', f.field)))
    LIMIT 1`;
  return rows.length > 0;
};

export const relations: Record<Relation, Holds> = {
  dealOwner,
  taskWorker,
  fileReader,
  fileUploader,
};
