import type { Assignee } from '#core/drawing/people.ts';
import type { Effect } from '#core/run/contract/effect.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { taskKey } from '#core/run/state/keys.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { whoseTask } from '../../projections/changes.ts';
import { tasksOfClock } from './clock-tasks.ts';
import { draftsBefore } from './recalled-drafts.ts';
import { personOf, successorOf, successorsOf, type Successors } from '../people/successors.ts';
import { taskKind, taskTitles, wholeOf } from './task-titles.ts';
import { tellDeciders } from '../people/tell-deciders.ts';
import { tellSuccessors } from '../people/tell-successors.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

const changing = ['requestTask', 'assignTask', 'closeTask', 'waitTask', 'prioritise'] as const;
export const taskEffects = ['openTask', ...changing] as const;

type Change = Extract<Effect, { kind: (typeof changing)[number] }>;

/** Opens, hands over, pauses and closes people's work items, with their dues. */
export async function applyTasks(turn: Turn): Promise<void> {
  const successors = await successorsOf(turn);
  await openTasks(turn, successors);
  const changes = effectsOf(turn, ...changing);
  for (const effect of changes) {
    await changeTask(turn, effect.task, changeOf(turn, effect, successors));
  }
  await excludeDeciders(turn);
  await tellOtherParts(turn, changes);
  await tellSuccessors(turn, successors);
  await tellDeciders(turn);
}

async function openTasks(turn: Turn, successors: Successors): Promise<void> {
  const { tx, batch, at } = turn;
  const effects = effectsOf(turn, 'openTask');
  if (effects.length === 0) return;
  const titleOf = await taskTitles(turn, effects);
  const drafts = await draftsBefore(turn, effects);
  const rows = effects.map((effect) => ({
    dealId: batch.dealId,
    runNo: batch.runNo,
    key: taskKey(effect.task),
    ...effect.task,
    kind: taskKind(turn, effect.task),
    title: titleOf(effect.task),
    mandatory: effect.mandatory,
    openedAt: at,
    notBy: effect.notBy ?? [],
    ...(effect.state === 'offered' ? { state: 'offered' } : assignment(turn, effect, successors)),
    ...dueOf(turn, effect.task),
    ...drafts.get(taskKey(effect.task)),
  }));
  await tx.task.createMany({ data: rows, skipDuplicates: true });
  for (const row of rows) if ('departmentKey' in row) turn.changes.addTask(row);
}

function changeOf(
  turn: Turn,
  effect: Change,
  successors: Successors,
): Prisma.TaskUncheckedUpdateManyInput {
  const { at } = turn;
  switch (effect.kind) {
    case 'closeTask':
      return closing(turn, effect);
    case 'waitTask':
      return {
        waiting: effect.why,
        waitingSince: effect.why === null ? null : at,
        waitingNote: effect.why === null ? null : effect.note,
      };
    case 'prioritise':
      return { priority: { increment: 1 } };
    case 'assignTask':
      return { ...assignment(turn, effect, successors), startedAt: null };
    case 'requestTask':
      return {
        ...assignment(turn, effect, successors),
        ...dueOf(turn, effect.task),
        mandatory: effect.mandatory,
        openedAt: at,
      };
  }
}

function closing(
  { at }: Turn,
  effect: Extract<Effect, { kind: 'closeTask' }>,
): Prisma.TaskUncheckedUpdateManyInput {
  return {
    state: effect.as,
    closedAt: at,
    closedById: effect.by,
    closedWhy: effect.why,
    outcome: effect.outcome ?? null,
    waiting: null,
    waitingSince: null,
  };
}

/** Changes a task's row, and tells those who had it and those who have it now. */
async function changeTask(
  { tx, batch, changes }: Turn,
  task: StepRef,
  data: Prisma.TaskUncheckedUpdateManyInput,
): Promise<void> {
  const where = { dealId: batch.dealId, runNo: batch.runNo, key: taskKey(task) };
  if ('assigneeId' in data) {
    const before = await tx.task.findMany({ where, select: whoseTask });
    for (const row of before) changes.addTask(row);
  }
  const rows = await tx.task.updateManyAndReturn({
    where,
    data: { ...data, revision: { increment: 1 } },
    select: whoseTask,
  });
  for (const row of rows) changes.addTask(row);
}

/** Nobody decides twice on one approval (E3): who has decided a part may not have the others. */
async function excludeDeciders(turn: Turn): Promise<void> {
  const { tx, batch } = turn;
  for (const { task, as, by } of effectsOf(turn, 'closeTask')) {
    if (as !== 'done' || by === null || taskKind(turn, task) !== 'approval') continue;
    const { stage, step, visit, round } = task;
    await tx.$executeRaw`
      UPDATE task SET not_by = array_append(not_by, ${by})
      WHERE deal_id = ${batch.dealId} AND run_no = ${batch.runNo} AND stage = ${stage} AND step = ${step}
        AND visit = ${visit} AND round = ${round} AND closed_at IS NULL AND NOT ${by} = ANY(not_by)`;
  }
}

/** Tells who decides besides: the parts of an approval that are not decided show what the others decide. */
async function tellOtherParts(turn: Turn, changed: { task: StepRef }[]): Promise<void> {
  const parts = changed.filter(({ task }) => taskKind(turn, task) === 'approval');
  const approvals = new Set(parts.map(({ task }) => taskKey(wholeOf(task))));
  if (approvals.size === 0) return;
  const { dealId, runNo } = turn.batch;
  const of = [...approvals].map((approval) => tasksOfClock(approval));
  const others = await turn.tx.task.findMany({
    where: { dealId, runNo, closedAt: null, OR: of },
    select: whoseTask,
  });
  for (const row of others) turn.changes.addTask(row);
}

/** Whose it is: a person's, or the queue's of a department or role until somebody claims it. */
function assignment(
  { answers }: Turn,
  effect: { task: StepRef; assign: Assignee; owner: string | null; notBy?: string[] },
  successors: Successors,
) {
  const { task, assign, owner } = effect;
  const key = taskKey(task);
  const found = answers?.assignees?.find((each) => taskKey(each.task) === key);
  const wanted = found ? found.person : personOf(assign, owner);
  const successor = found ? undefined : successorOf(successors, effect);
  const assigneeId = successor === undefined ? wanted : successor;
  const role = assign.kind === 'role' ? assign.role : successor === null ? 'manager' : null;
  return {
    departmentKey: assign.kind === 'department' ? assign.department : null,
    role,
    assigneeId,
    state: assigneeId === null ? 'ready' : 'assigned',
    ...(found && { assignedWhy: { ...found.why } }),
    ...(successor !== undefined && { assignedWhy: { left: wanted } }),
  };
}

/** The due of a task whose clock this same batch starts; the parts of an approval share one (E3). */
function dueOf(turn: Turn, task: StepRef): { dueAt: Date; dueUnit: string | null } | object {
  const key = taskKey(taskKind(turn, task) === 'approval' ? wholeOf(task) : task);
  const start = effectsOf(turn, 'startClock').find((e) => e.task && taskKey(e.task) === key);
  const answer = turn.answers?.clocks.find(
    ({ clock, cycle }) => clock === start?.clock && cycle === start.cycle,
  );
  return answer ? { dueAt: new Date(answer.due), dueUnit: start?.after?.unit ?? null } : {};
}
