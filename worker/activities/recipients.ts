import type { Recipient } from '#core/drawing/people.ts';
import type { StepRef } from '#core/run/event.ts';
import { taskKey } from '#core/run/keys.ts';
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
  const task = notice.task && (await findTask(turn, notice.task));
  const kinds = new Set(notice.to.map(({ kind }) => kind));
  const wanted = [
    ...notice.to.flatMap((r) => (r.kind === 'person' ? [r.person] : [])),
    kinds.has('owner') ? notice.owner : null,
    kinds.has('assignee') ? task?.assigneeId : null,
    ...(kinds.has('departmentLead') ? await leadsOf(turn, task) : []),
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
  return { people: [...new Set(here.values())].sort(), taskId: task?.id ?? null };
}

function findTask({ tx, batch: { dealId, runNo } }: Turn, task: StepRef) {
  return tx.task.findUnique({
    where: { dealId_runNo_key: { dealId, runNo, key: taskKey(task) } },
    select: { id: true, assigneeId: true, departmentKey: true },
  });
}

/** The lead of the task's department; of a person's own departments when the task was given to them. */
async function leadsOf(
  { tx }: Turn,
  task: Awaited<ReturnType<typeof findTask>> | undefined,
): Promise<(string | null)[]> {
  if (!task) return [];
  const { departmentKey, assigneeId } = task;
  if (!departmentKey && !assigneeId) return [];
  const departments = await tx.department.findMany({
    where: departmentKey
      ? { key: departmentKey }
      : { members: { some: { personId: assigneeId ?? '' } } },
    select: { leadId: true },
  });
  return departments.map(({ leadId }) => leadId);
}
