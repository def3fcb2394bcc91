import type { z } from 'zod';
import { Prisma } from '#prisma/generated/client.ts';
import type { tasksContract } from '../../contract/tasks.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import type { Actor } from '../../session/actor.ts';
import { readCalendars } from '../calendars/calendars.ts';
import { decodeCursor, pageOf, type Position } from '../cursor.ts';
import { toTaskItem } from './task-item.ts';
import { selectTasks, type TaskRow } from './task-row.ts';
import { mineFilter, queueFilter, withoutOwnerFilter } from './task-views.ts';
import { findVersions } from '../process/versions.ts';

type Input = z.output<NonNullable<(typeof tasksContract.list)['~orpc']['inputSchema']>>;

function viewFilter(actor: Actor, { view, department }: Input): Prisma.Sql {
  const inDepartment =
    department === undefined ? Prisma.empty : Prisma.sql`AND t.department_key = ${department}`;
  switch (view) {
    case 'mine':
      return Prisma.sql`${mineFilter(actor)} ${inDepartment}`;
    case 'queue':
      return queueFilter(actor, department);
    case 'withoutOwner':
      return Prisma.sql`${withoutOwnerFilter(actor)} ${inDepartment}`;
    case 'done':
      return Prisma.sql`t.closed_by_id = ${actor.id} AND t.state = 'done' ${inDepartment}`;
  }
}

function searchFilter(q: string): Prisma.Sql {
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(d.search LIKE ${pattern} OR lower(t.title) LIKE ${pattern})`;
}

/** Rows after a position: open ones by due, those without a due last; done ones by end, newest first. */
function after(view: Input['view'], position: Position | undefined): Prisma.Sql {
  if (!position) return Prisma.empty;
  const { at, id } = position;
  if (view === 'done') return Prisma.sql`AND (t.closed_at, t.id) < (${at}, ${id})`;
  if (at === null) return Prisma.sql`AND t.due_at IS NULL AND t.id > ${id}`;
  return Prisma.sql`AND ((t.due_at, t.id) > (${at}, ${id}) OR t.due_at IS NULL)`;
}

/** Which tasks are on the page is found before their deals and customers are read, unless these are searched. */
export function rowsOf(ofView: Prisma.Sql, page: Prisma.Sql, q: string | undefined): Prisma.Sql {
  if (q) return Prisma.sql`${selectTasks} WHERE ${ofView} AND ${searchFilter(q)} ${page}`;
  return Prisma.sql`${selectTasks} WHERE t.id IN (SELECT t.id FROM task t WHERE ${ofView} ${page}) ${page}`;
}

/** A page of the inbox: one query for the tasks, one for calendars, versions from memory. */
export async function listTasks({ services, actor }: SignedInContext, input: Input) {
  const { database } = services;
  const { view, limit } = input;
  const order =
    view === 'done'
      ? Prisma.sql`t.closed_at DESC, t.id DESC`
      : Prisma.sql`t.due_at ASC NULLS LAST, t.id ASC`;
  const ofView = Prisma.sql`${viewFilter(actor, input)} ${after(view, decodeCursor(input.cursor))}`;
  const page = Prisma.sql`ORDER BY ${order} LIMIT ${limit + 1}`;
  const [rows, calendars] = await Promise.all([
    database.$queryRaw<TaskRow[]>`${rowsOf(ofView, page, input.q?.trim())}`,
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
