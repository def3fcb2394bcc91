import type { z } from 'zod';
import { Prisma } from '#prisma/generated/client.ts';
import type { tasksContract } from '../contract/tasks.ts';
import type { SignedInContext } from '../edge/request-context.ts';
import type { Actor } from '../session/actor.ts';
import { readCalendars } from './calendars.ts';
import { decodeCursor, pageOf, type Position } from './cursor.ts';
import { toTaskItem } from './task-item.ts';
import { selectTasks, type TaskRow } from './task-row.ts';
import { findVersions } from './versions.ts';

type Input = z.output<NonNullable<(typeof tasksContract.list)['~orpc']['inputSchema']>>;

/** Roles that may look at every queue. */
const seesAllQueues = new Set(['admin', 'ops', 'manager']);

/** Which queues a person has: their departments' and their role's, and for those who see all also what nobody has. */
export function queueFilter(actor: Actor, department: string | undefined): Prisma.Sql {
  const own = actor.departments.map(({ key }) => key);
  if (seesAllQueues.has(actor.role)) {
    if (department !== undefined) return Prisma.sql`t.department_key = ${department}`;
    return Prisma.sql`(t.department_key = ANY(${own}::text[]) OR t.department_key IS NULL)`;
  }
  if (department !== undefined) {
    const keys = own.filter((key) => key === department);
    return Prisma.sql`t.department_key = ANY(${keys}::text[])`;
  }
  return Prisma.sql`(t.department_key = ANY(${own}::text[]) OR t.role = ${actor.role})`;
}

/** Tasks of people who have left, and those that are in nobody's hands and in no queue (E30). */
export const isWithoutOwner = Prisma.sql`(
  (t.state IN ('assigned', 'in_progress') AND t.assignee_id IN (SELECT id FROM person WHERE NOT active))
  OR (t.state = 'ready' AND t.assignee_id IS NULL AND t.department_key IS NULL AND t.role IS NULL))`;

/** Of those: a lead sees what is their departments' or was in the hands of their departments' people. */
export function withoutOwnerFilter(actor: Actor): Prisma.Sql {
  if (seesAllQueues.has(actor.role)) return isWithoutOwner;
  const led = actor.departments.flatMap(({ key, lead }) => (lead ? [key] : []));
  return Prisma.sql`${isWithoutOwner} AND (t.department_key = ANY(${led}::text[]) OR t.assignee_id IN (
    SELECT person_id FROM department_member WHERE department_key = ANY(${led}::text[])))`;
}

function viewFilter(actor: Actor, { view, department }: Input): Prisma.Sql {
  const inDepartment =
    department === undefined ? Prisma.empty : Prisma.sql`AND t.department_key = ${department}`;
  switch (view) {
    case 'mine':
      return Prisma.sql`t.assignee_id = ${actor.id} AND t.state IN ('assigned', 'in_progress') ${inDepartment}`;
    case 'queue':
      return Prisma.sql`${queueFilter(actor, department)} AND t.state = 'ready' AND NOT ${actor.id} = ANY(t.not_by)`;
    case 'withoutOwner':
      return Prisma.sql`${withoutOwnerFilter(actor)} ${inDepartment}`;
    case 'done':
      return Prisma.sql`t.closed_by_id = ${actor.id} AND t.state = 'done' ${inDepartment}`;
  }
}

function searchFilter(q: string | undefined): Prisma.Sql {
  if (q === undefined || q.trim() === '') return Prisma.empty;
  const pattern = `%${q
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`AND (d.search LIKE ${pattern} OR lower(t.title) LIKE ${pattern})`;
}

/** Rows after a position: open ones by due, those without a due last; done ones by end, newest first. */
function after(view: Input['view'], position: Position | undefined): Prisma.Sql {
  if (!position) return Prisma.empty;
  const { at, id } = position;
  if (view === 'done') return Prisma.sql`AND (t.closed_at, t.id) < (${at}, ${id})`;
  if (at === null) return Prisma.sql`AND t.due_at IS NULL AND t.id > ${id}`;
  return Prisma.sql`AND ((t.due_at, t.id) > (${at}, ${id}) OR t.due_at IS NULL)`;
}

/** A page of the inbox: one query for the tasks, one for calendars, versions from memory. */
export async function listTasks({ services, actor }: SignedInContext, input: Input) {
  const { database } = services;
  const { view, limit } = input;
  const order =
    view === 'done'
      ? Prisma.sql`t.closed_at DESC, t.id DESC`
      : Prisma.sql`t.due_at ASC NULLS LAST, t.id ASC`;
  const [rows, calendars] = await Promise.all([
    database.$queryRaw<TaskRow[]>`
      ${selectTasks}
      WHERE ${viewFilter(actor, input)} ${searchFilter(input.q)} ${after(view, decodeCursor(input.cursor))}
      ORDER BY ${order} LIMIT ${limit + 1}`,
    readCalendars(database),
  ]);
  const versions = await findVersions(
    database,
    rows.map((row) => row.version_id),
  );
  const now = services.now();
  return pageOf(
    rows,
    limit,
    (row) => ({ at: view === 'done' ? row.closed_at : row.due_at, id: row.id }),
    (row) => toTaskItem(row, { actor, version: versions.get(row.version_id)!, calendars, now }),
  );
}
