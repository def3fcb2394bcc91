import { taskKey } from '#core/run/state/keys.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';

/** Rows of clocks whose instants were computed in this batch, each cycle a row of its own. */
export async function startClocks(turn: Turn): Promise<void> {
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
      state: runningAs(turn, clock),
      startedAt: new Date(effect.from),
      dueAt: new Date(answer.due),
      calendarKey: calendar?.key ?? effect.calendar.calendar,
      calendarRevision: calendar?.revision ?? 0,
    };
  });
  if (rows.length === 0) return;
  await turn.tx.clock.createMany({ data: rows, skipDuplicates: true });
  await followEarlier(turn, rows);
}

/** A breach is recorded once: a clock that goes on after it, in the same cycle or another, is late still. */
export function runningAs({ batch }: Turn, clock: string): 'running' | 'breached' {
  const runs = batch.state.clocks.find(({ id }) => id === clock);
  return runs?.breached ? 'breached' : 'running';
}

interface RowRef {
  clock: string;
  cycle: number;
}

/** A clock goes on in its latest cycle alone; what was breached before stays told, and a note goes along. */
async function followEarlier(turn: Turn, rows: RowRef[]): Promise<void> {
  const { tx, at, batch } = turn;
  for (const { clock, cycle } of rows.filter((row) => row.cycle > 1)) {
    const { dealId, runNo } = batch;
    const earlier = { dealId, runNo, clock, cycle: { lt: cycle }, stoppedAt: null };
    const noted = await tx.clock.findFirst({
      where: { ...earlier, acknowledgedAt: { not: null } },
      orderBy: { cycle: 'desc' },
      select: { acknowledgedAt: true, acknowledgedById: true },
    });
    if (noted) await tx.clock.updateMany({ where: { dealId, runNo, clock, cycle }, data: noted });
    await tx.clock.updateMany({
      where: { ...earlier, state: { in: ['running', 'paused'] } },
      data: { state: 'replaced' },
    });
    await tx.clock.updateMany({ where: earlier, data: { stoppedAt: at } });
  }
}
