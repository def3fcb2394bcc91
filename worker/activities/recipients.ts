import type { Recipient } from '#core/drawing/people.ts';
import type { StepRef } from '#core/run/event.ts';
import { taskKey } from '#core/run/keys.ts';
import { tasksOfClock } from './clock-tasks.ts';
import { standIns } from './stand-ins.ts';
import type { Turn } from './turn.ts';

/** Who a notice is for, and about whose task. */
export interface Addressees {
  to: Recipient[];
  owner: string | null;
  task?: StepRef | undefined;
}

export interface Resolved {
  /** Ids of people who work here, each once. */
  people: string[];
  taskId: string | null;
}

/**
 * Turns drawn recipients into people, now: the task's assignee, the deal's owner, the lead of the
 * task's department, the managers. Inactive people are left out; when nobody is left, the managers
 * are told. Whoever is away is stood in for.
 */
export async function resolveRecipients(turn: Turn, notice: Addressees): Promise<Resolved> {
  const tasks = notice.task ? await findTasks(turn, notice.task) : [];
  const kinds = new Set(notice.to.map(({ kind }) => kind));
  const wanted = [
    ...notice.to.flatMap((r) => (r.kind === 'person' ? [r.person] : [])),
    kinds.has('owner') ? notice.owner : null,
    ...(kinds.has('assignee') ? tasks.map(({ assigneeId }) => assigneeId) : []),
    ...(kinds.has('departmentLead') ? await leadsOf(turn, tasks) : []),
  ];
  const people = await turn.tx.person.findMany({
    where: {
      active: true,
      OR: [{ role: 'manager' }, { id: { in: wanted.filter((id) => !!id) as string[] } }],
    },
    select: { id: true, role: true },
  });
  const named = people.filter(({ id, role }) => {
    return wanted.includes(id) || (kinds.has('managers') && role === 'manager');
  });
  const told = (named.length > 0 ? named : people).map(({ id }) => id);
  const here = await standIns(turn.tx, told, turn.at);
  return {
    people: [...new Set(here.values())].sort(),
    taskId: (tasks.length === 1 && tasks[0]?.id) || null,
  };
}

/** What the notice is about: a task, or the parts of an approval that are not decided (E3). */
function findTasks({ tx, batch: { dealId, runNo } }: Turn, task: StepRef) {
  return tx.task.findMany({
    where: { dealId, runNo, closedAt: null, ...tasksOfClock(taskKey(task)) },
    select: { id: true, assigneeId: true, departmentKey: true },
  });
}

/** The lead of each task's department; of a person's own departments when it was given to them. */
async function leadsOf(
  { tx }: Turn,
  tasks: Awaited<ReturnType<typeof findTasks>>,
): Promise<(string | null)[]> {
  const of = tasks.flatMap(({ departmentKey, assigneeId }) => {
    if (departmentKey) return { key: departmentKey };
    return assigneeId ? { members: { some: { personId: assigneeId } } } : [];
  });
  if (of.length === 0) return [];
  const departments = await tx.department.findMany({
    where: { OR: of },
    select: { leadId: true },
  });
  return departments.map(({ leadId }) => leadId);
}
