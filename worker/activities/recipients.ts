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
  /** It is about a clock of a stage or the process, which has no assignee: then the owner stands for one. */
  withoutTask?: boolean;
}

export interface Resolved {
  /** Ids of people who work here, each once. */
  people: string[];
  taskId: string | null;
}

/**
 * Turns drawn recipients into people, now: the task's assignee, the deal's owner, the lead of the
 * task's department, the managers. Of a clock without a task the owner is the assignee, and the lead is that
 * of the owner's departments. Inactive people are left out; when nobody is left the managers are told, else
 * operations, else the admins: never nobody. Whoever is away is stood in for.
 */
export async function resolveRecipients(turn: Turn, notice: Addressees): Promise<Resolved> {
  const tasks = notice.task ? await findTasks(turn, notice.task) : [];
  const kinds = new Set(notice.to.map(({ kind }) => kind));
  const owned = [{ id: '', assigneeId: notice.owner, departmentKey: null }];
  const late = notice.withoutTask ? owned : tasks;
  const wanted = [
    ...notice.to.flatMap((r) => (r.kind === 'person' ? [r.person] : [])),
    kinds.has('owner') ? notice.owner : null,
    ...(kinds.has('assignee') ? late.map(({ assigneeId }) => assigneeId) : []),
    ...(kinds.has('departmentLead') ? await leadsOf(turn, late) : []),
  ];
  const people = await turn.tx.person.findMany({
    where: {
      active: true,
      OR: [
        { role: { in: [...lastRoles] } },
        { id: { in: wanted.filter((id) => !!id) as string[] } },
      ],
    },
    select: { id: true, role: true },
  });
  const named = people.filter(({ id, role }) => {
    return wanted.includes(id) || (kinds.has('managers') && role === 'manager');
  });
  const told = (named.length > 0 ? named : lastResort(people)).map(({ id }) => id);
  const here = await standIns(turn.tx, told, turn.at);
  return {
    people: [...new Set(here.values())].sort(),
    taskId: (tasks.length === 1 && tasks[0]?.id) || null,
  };
}

/** Who is told when nobody else is left, the first that there is. */
const lastRoles = ['manager', 'ops', 'admin'] as const;

function lastResort<P extends { role: string }>(people: P[]): P[] {
  const role = lastRoles.find((one) => people.some((person) => person.role === one));
  return people.filter((person) => person.role === role);
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
