import type { Assignee } from '#core/drawing/people.ts';
import type { Effect } from '#core/run/effect.ts';
import type { StepRef } from '#core/run/event.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { taskKey } from '#core/run/keys.ts';
import { drawnStep, effectsOf, type Turn } from './turn.ts';

type Closing = Extract<Effect, { kind: 'closeTask' }>;

/** Opens, hands over and closes people's work items, with their dues. */
export async function applyTasks(turn: Turn): Promise<void> {
  await openTasks(turn);
  for (const effect of effectsOf(turn, 'requestTask', 'assignTask', 'closeTask')) {
    await changeTask(turn, effect.task, changeOf(turn, effect));
  }
}

async function openTasks(turn: Turn): Promise<void> {
  const { tx, batch, at } = turn;
  const rows = effectsOf(turn, 'openTask').map((effect) => ({
    dealId: batch.dealId,
    runNo: batch.runNo,
    key: taskKey(effect.task),
    ...effect.task,
    title: drawnStep(turn, effect.task.stage, effect.task.step)?.name ?? effect.task.step,
    mandatory: effect.mandatory,
    openedAt: at,
    ...(effect.state === 'offered'
      ? { state: 'offered' }
      : assignment(effect.assign, effect.owner)),
    ...dueOf(turn, effect.task),
  }));
  if (rows.length === 0) return;
  await tx.task.createMany({ data: rows, skipDuplicates: true });
  for (const row of rows) {
    if ('departmentKey' in row) turn.changes.add('task', row.departmentKey, row.assigneeId);
  }
}

function changeOf(
  turn: Turn,
  effect: Extract<Effect, { kind: 'requestTask' | 'assignTask' | 'closeTask' }>,
): Prisma.TaskUncheckedUpdateManyInput {
  if (effect.kind === 'closeTask') return closing(turn, effect);
  const given = assignment(effect.assign, effect.owner);
  if (effect.kind === 'assignTask') return { ...given, startedAt: null };
  return { ...given, ...dueOf(turn, effect.task), mandatory: effect.mandatory, openedAt: turn.at };
}

function closing({ at }: Turn, effect: Closing): Prisma.TaskUncheckedUpdateManyInput {
  return {
    state: effect.as,
    closedAt: at,
    closedById: effect.by,
    closedWhy: effect.why,
    outcome: effect.outcome ?? null,
  };
}

/** Changes a task's row, and tells those who had it and those who have it now. */
async function changeTask(
  { tx, batch, changes }: Turn,
  task: StepRef,
  data: Prisma.TaskUncheckedUpdateManyInput,
): Promise<void> {
  const where = { dealId: batch.dealId, runNo: batch.runNo, key: taskKey(task) };
  const select = { departmentKey: true, assigneeId: true };
  if ('assigneeId' in data) {
    const before = await tx.task.findMany({ where, select });
    for (const row of before) changes.add('task', row.departmentKey, row.assigneeId);
  }
  const rows = await tx.task.updateManyAndReturn({
    where,
    data: { ...data, revision: { increment: 1 } },
    select,
  });
  for (const row of rows) changes.add('task', row.departmentKey, row.assigneeId);
}

function assignment(assign: Assignee, owner: string | null) {
  if (assign.kind === 'department') {
    return { departmentKey: assign.department, assigneeId: null, state: 'ready' };
  }
  const assigneeId = assign.kind === 'owner' ? owner : assign.person;
  return { departmentKey: null, assigneeId, state: assigneeId === null ? 'ready' : 'assigned' };
}

/** The due of a task whose clock this same batch starts. */
function dueOf(turn: Turn, task: StepRef): { dueAt: Date; dueUnit: string | null } | object {
  const key = taskKey(task);
  const start = effectsOf(turn, 'startClock').find((e) => e.task && taskKey(e.task) === key);
  const answer = turn.answers?.clocks.find(
    ({ clock, cycle }) => clock === start?.clock && cycle === start.cycle,
  );
  return answer ? { dueAt: new Date(answer.due), dueUnit: start?.after?.unit ?? null } : {};
}
