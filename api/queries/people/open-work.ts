import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { namedInProcesses } from '../process/named-in-processes.ts';

interface Counts {
  deals: number;
  tasks: number;
  tasksWithoutQueue: number;
  approvals: number;
}

/** What is open in a person's hands, and what names them: for whoever deactivates them (E30). */
export async function getOpenWork({ services }: SignedInContext, { id }: { id: string }) {
  const { database } = services;
  const person = await database.person.findUnique({ where: { id }, select: { id: true } });
  if (!person) throw notFound('person', id);
  const [counts, leads, absences, processes] = await Promise.all([
    database.$queryRaw<Counts[]>`
      SELECT (SELECT count(*)::int FROM deal
          WHERE owner_id = ${id} AND state IN ('starting', 'open', 'on_hold', 'planned')) AS deals,
        count(*)::int AS tasks,
        count(*) FILTER (WHERE department_key IS NULL AND role IS NULL)::int AS "tasksWithoutQueue",
        count(*) FILTER (WHERE kind = 'approval')::int AS approvals
      FROM task WHERE assignee_id = ${id} AND state IN ('assigned', 'in_progress')`,
    database.department.findMany({
      where: { leadId: id },
      select: { key: true, name: true },
      orderBy: { name: 'asc' },
    }),
    database.absence.findMany({
      where: { substituteId: id, to: { gt: services.now() } },
      select: { person: { select: { id: true, name: true } } },
    }),
    namedInProcesses(database, id),
  ]);
  const standsInFor = new Map(absences.map((absence) => [absence.person.id, absence.person]));
  return { ...counts[0]!, leads, standsInFor: [...standsInFor.values()], processes };
}
