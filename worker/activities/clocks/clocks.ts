import { taskKey } from '#core/run/state/keys.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { tasksOfClock } from '../work/clock-tasks.ts';
import { runningAs, startClocks } from './start-clocks.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

/** Clocks with the instants that were computed for them, how they stood still and how they ended. */
export async function applyClocks(turn: Turn): Promise<void> {
  await startClocks(turn);
  await moveTaskDues(turn);
  for (const effect of effectsOf(turn, ...changing)) {
    await changeClock(turn, effect, changeOf(turn, effect));
    if (effect.kind === 'pauseClock') await hideTaskDue(turn, effect.clock);
    if (effect.kind === 'resumeClock') await showTaskDue(turn, effect);
  }
}

const changing = [
  'stopClock',
  'breachClock',
  'pauseClock',
  'resumeClock',
  'acknowledgeClock',
  'takeBackNote',
] as const;

export const clockEffects = ['startClock', ...changing] as const;

type Change = ReturnType<typeof effectsOf<(typeof changing)[number]>>[number];

function changeOf(turn: Turn, effect: Change): Prisma.ClockUncheckedUpdateManyInput {
  const { at } = turn;
  switch (effect.kind) {
    case 'stopClock':
      return { state: effect.as, stoppedAt: at };
    case 'breachClock':
      return { state: 'breached' };
    case 'pauseClock':
      return { state: 'paused', pausedAt: at, pauses: { push: effect.why } };
    case 'resumeClock':
      return { state: runningAs(turn, effect.clock), pausedAt: null, pauses: [] };
    case 'acknowledgeClock':
      return { acknowledgedAt: at, acknowledgedById: effect.by };
    case 'takeBackNote':
      return { acknowledgedAt: null, acknowledgedById: null };
  }
}

async function changeClock(
  { tx, batch: { dealId, runNo } }: Turn,
  { clock, cycle }: { clock: string; cycle: number },
  data: Prisma.ClockUncheckedUpdateManyInput,
): Promise<void> {
  await tx.clock.updateMany({ where: { dealId, runNo, clock, cycle }, data });
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

/** It runs again in the same cycle: the due is where it was. */
async function showTaskDue(
  { tx, batch: { dealId, runNo } }: Turn,
  { clock, cycle }: { clock: string; cycle: number },
): Promise<void> {
  const where = { dealId_runNo_clock_cycle: { dealId, runNo, clock, cycle } };
  const row = await tx.clock.findUnique({ where, select: { dueAt: true } });
  if (!row) return;
  await tx.task.updateMany({
    where: { dealId, runNo, closedAt: null, ...tasksOfClock(clock) },
    data: { dueAt: row.dueAt },
  });
}
