import { taskKey } from '#core/run/keys.ts';
import { effectsOf, type Turn } from './turn.ts';

/** Clocks with the instants that were computed for them, and how they ended. */
export async function applyClocks(turn: Turn): Promise<void> {
  await startClocks(turn);
  await moveTaskDues(turn);
  const { tx, batch, at } = turn;
  const { dealId, runNo } = batch;
  for (const effect of effectsOf(turn, 'stopClock', 'breachClock')) {
    const { clock, cycle } = effect;
    const data =
      effect.kind === 'stopClock' ? { state: effect.as, stoppedAt: at } : { state: 'breached' };
    await tx.clock.updateMany({ where: { dealId, runNo, clock, cycle }, data });
  }
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
      stage: effect.stage,
      taskKey: effect.task ? taskKey(effect.task) : null,
      startedAt: new Date(effect.from),
      dueAt: new Date(answer.due),
      calendarKey: calendar?.key ?? effect.calendar.calendar,
      calendarRevision: calendar?.revision ?? 0,
    };
  });
  if (rows.length > 0) await turn.tx.clock.createMany({ data: rows, skipDuplicates: true });
}

/** A task that was open before its clock could start, or start again. */
async function moveTaskDues(turn: Turn): Promise<void> {
  const { dealId, runNo } = turn.batch;
  const opened = effectsOf(turn, 'openTask', 'requestTask').map(({ task }) => taskKey(task));
  for (const { task, clock, cycle, after } of effectsOf(turn, 'startClock')) {
    const answer = turn.answers?.clocks.find((a) => a.clock === clock && a.cycle === cycle);
    if (!task || !answer || opened.includes(taskKey(task))) continue;
    await turn.tx.task.updateMany({
      where: { dealId, runNo, key: taskKey(task) },
      data: { dueAt: new Date(answer.due), dueUnit: after?.unit ?? null },
    });
  }
}
