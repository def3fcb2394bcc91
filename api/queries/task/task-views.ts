import { Prisma } from '#prisma/generated/client.ts';
import type { Actor } from '../../session/actor.ts';

/**
 * Which tasks each view of the inbox has, as conditions on `t`. What is looked up in other rows stands in an ARRAY:
 * then both sides of an OR are found by their index, while `IN (SELECT …)` in an OR reads the whole table.
 */

/** Roles that may look at every queue. */
const seesAllQueues = new Set(['admin', 'ops', 'manager']);

/**
 * Approvals of the person's role that they may decide now (E3), each once, however many parts of it are open. Who has
 * decided one part stands in `not_by` of the others.
 */
function toDecide({ id, role }: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT min(part.id) FROM task part
    WHERE part.role = ${role} AND part.state = 'ready' AND part.kind = 'approval' AND NOT ${id} = ANY(part.not_by)
    GROUP BY part.deal_id, part.run_no, part.stage, part.step, part.visit, part.round`;
}

/** What is in the person's hands, and what their role is asked to decide. */
export function mineFilter(actor: Actor): Prisma.Sql {
  return Prisma.sql`((t.assignee_id = ${actor.id} AND t.state IN ('assigned', 'in_progress'))
    OR t.id = ANY(ARRAY(${toDecide(actor)})))`;
}

/**
 * What waits in the queues that a person has: their departments' and their role's, and for those who see all also
 * what nobody has. Approvals of their role are not in it: they are in My work.
 */
export function queueFilter(actor: Actor, department: string | undefined): Prisma.Sql {
  return Prisma.sql`(${inQueues(actor, department)}) AND t.state = 'ready' AND NOT ${actor.id} = ANY(t.not_by)
    AND NOT (t.kind = 'approval' AND coalesce(t.role, '') = ${actor.role})`;
}

function inQueues({ role, departments }: Actor, department: string | undefined): Prisma.Sql {
  const own = departments.map(({ key }) => key);
  if (seesAllQueues.has(role)) {
    if (department !== undefined) return Prisma.sql`t.department_key = ${department}`;
    return Prisma.sql`t.department_key = ANY(${own}::text[]) OR t.department_key IS NULL`;
  }
  if (department === undefined)
    return Prisma.sql`t.department_key = ANY(${own}::text[]) OR t.role = ${role}`;
  const keys = own.filter((key) => key === department);
  return Prisma.sql`t.department_key = ANY(${keys}::text[])`;
}

/** Tasks of people who have left, and those that are in nobody's hands and in no queue (E30). */
const isWithoutOwner = Prisma.sql`(
  (t.state IN ('assigned', 'in_progress') AND t.assignee_id = ANY(ARRAY(SELECT id FROM person WHERE NOT active)))
  OR (t.state = 'ready' AND t.assignee_id IS NULL AND t.department_key IS NULL AND t.role IS NULL))`;

/** Of those: a lead sees what is their departments' or was in the hands of their departments' people. */
export function withoutOwnerFilter(actor: Actor): Prisma.Sql {
  if (seesAllQueues.has(actor.role)) return isWithoutOwner;
  const led = actor.departments.flatMap(({ key, lead }) => (lead ? [key] : []));
  if (led.length === 0) return Prisma.sql`false`;
  return Prisma.sql`${isWithoutOwner} AND (t.department_key = ANY(${led}::text[]) OR t.assignee_id IN (
    SELECT person_id FROM department_member WHERE department_key = ANY(${led}::text[])))`;
}
