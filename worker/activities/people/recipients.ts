import type { Recipient } from '#core/drawing/people.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { taskKey } from '#core/run/state/keys.ts';
import { lastResort } from '#core/assignment/last-resort.ts';
import type { Transaction } from '#prisma/client.ts';
import { tasksOfClock } from '../work/clock-tasks.ts';
import { standIns } from './stand-ins.ts';
import type { Turn } from '../batch/turn.ts';

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
 * of the owner's departments. Inactive people are left out; when nobody is left the last resort is told.
 * Whoever is away is stood in for. A level that is drawn to tell nobody tells nobody.
 */
export async function resolveRecipients(turn: Turn, notice: Addressees): Promise<Resolved> {
  if (notice.to.length === 0) return { people: [], taskId: null };
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
  const named = await turn.tx.person.findMany({
    where: {
      active: true,
      OR: [
        { id: { in: wanted.filter((id) => !!id) as string[] } },
        ...(kinds.has('managers') ? [{ role: 'manager' }] : []),
      ],
    },
    select: { id: true },
  });
  const told = (named.length > 0 ? named : await lastOf(turn.tx)).map(({ id }) => id);
  const here = await standIns(turn.tx, told, turn.at);
  return {
    people: [...new Set(here.values())].sort(),
    taskId: (tasks.length === 1 && tasks[0]?.id) || null,
  };
}

/** Those who are told when a notice would reach nobody. */
export async function lastOf(tx: Pick<Transaction, 'person'>): Promise<{ id: string }[]> {
  const select = { id: true, role: true };
  return lastResort(await tx.person.findMany({ where: { active: true }, select }));
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
