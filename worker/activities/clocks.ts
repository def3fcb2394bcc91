import { taskKey } from '#core/run/keys.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { tasksOfClock } from './clock-tasks.ts';
import { effectsOf, type Turn } from './turn.ts';

/** Clocks with the instants that were computed for them, how they stood still and how they ended. */
export async function applyClocks(turn: Turn): Promise<void> {
  await startClocks(turn);
  await moveTaskDues(turn);
  const changes = effectsOf(turn, 'stopClock', 'breachClock', 'pauseClock', 'acknowledgeClock');
  for (const effect of changes) {
    await changeClock(turn, effect, changeOf(turn, effect));
    if (effect.kind === 'pauseClock') await hideTaskDue(turn, effect.clock);
  }
}

type Change = ReturnType<
  typeof effectsOf<'stopClock' | 'breachClock' | 'pauseClock' | 'acknowledgeClock'>
>[number];

function changeOf({ at }: Turn, effect: Change): Prisma.ClockUncheckedUpdateManyInput {
  switch (effect.kind) {
    case 'stopClock':
      return { state: effect.as, stoppedAt: at };
    case 'breachClock':
      return { state: 'breached' };
    case 'pauseClock':
      return { state: 'paused', pausedAt: at, pauses: { push: effect.why } };
    case 'acknowledgeClock':
      return { acknowledgedAt: at, acknowledgedById: effect.by };
  }
}

async function changeClock(
  { tx, batch: { dealId, runNo } }: Turn,
  { clock, cycle }: { clock: string; cycle: number },
  data: Prisma.ClockUncheckedUpdateManyInput,
): Promise<void> {
  await tx.clock.updateMany({ where: { dealId, runNo, clock, cycle }, data });
}

async function startClocks(turn: Turn): Promise<void> {
  const { batch, world } = turn;
  const rows = effectsOf(turn, 'startClock').flatMap((effect) => {
    const { clock, cycle } = effect;
    const answer = turn.answers?.clocks.find((a) => a.clock === clock && a.cycle === cycle);
    if (!answer) return [];
    const calendar = world?.calendar(effect.calendar);
    return {
      dealId: batch.dealId,
      runNo: batch.runNo,
      clock,
      cycle,
      kind: clock.split(':')[0] ?? 'stage',
      stage: effect.stage,
      taskKey: effect.task ? taskKey(effect.task) : null,
      startedAt: new Date(effect.from),
      dueAt: new Date(answer.due),
      calendarKey: calendar?.key ?? effect.calendar.calendar,
      calendarRevision: calendar?.revision ?? 0,
    };
  });
  if (rows.length === 0) return;
  await turn.tx.clock.createMany({ data: rows, skipDuplicates: true });
  await replaceEarlier(turn, rows);
}

/** A clock goes on in its latest cycle alone; what was met or breached before stays told. */
async function replaceEarlier(
  { tx, at, batch: { dealId, runNo } }: Turn,
  rows: { clock: string; cycle: number }[],
): Promise<void> {
  for (const { clock, cycle } of rows.filter((row) => row.cycle > 1)) {
    await tx.clock.updateMany({
      where: { dealId, runNo, clock, cycle: { lt: cycle }, state: { in: ['running', 'paused'] } },
      data: { state: 'replaced', stoppedAt: at },
    });
  }
}

/** A task that was open before its clock could start, or start again. */
async function moveTaskDues(turn: Turn): Promise<void> {
  const { dealId, runNo } = turn.batch;
  const opened = effectsOf(turn, 'openTask', 'requestTask').map(({ task }) => taskKey(task));
  for (const { task, clock, cycle, after } of effectsOf(turn, 'startClock')) {
    const answer = turn.answers?.clocks.find((a) => a.clock === clock && a.cycle === cycle);
    if (!task || !answer || opened.includes(taskKey(task))) continue;
    await turn.tx.task.updateMany({
      where: { dealId, runNo, closedAt: null, ...tasksOfClock(taskKey(task)) },
      data: { dueAt: new Date(answer.due), dueUnit: after?.unit ?? null },
    });
  }
}

/** A task whose clock stands has no due until it runs again. */
async function hideTaskDue({ tx, batch: { dealId, runNo } }: Turn, clock: string): Promise<void> {
  const where = { dealId, runNo, closedAt: null, ...tasksOfClock(clock) };
  await tx.task.updateMany({ where, data: { dueAt: null } });
}
