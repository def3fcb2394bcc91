import type { Fact } from '#core/run/contract/fact.ts';
import type { Turn } from '../activities/batch/turn.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** The stages a deal was in, from when to when; every duration and funnel is read from these rows. */
export async function projectVisits(turn: Turn): Promise<void> {
  const { tx, batch, at } = turn;
  const { dealId, runNo } = batch;
  const entered = batch.facts.filter((f): f is FactOf<'StageEntered'> => f.type === 'StageEntered');
  const left = batch.facts.filter((f): f is FactOf<'StageLeft'> => f.type === 'StageLeft');
  if (entered.length > 0) {
    const rows = entered.map(({ stage, visit, via, by }) => {
      return { dealId, runNo, stage, visit, enteredAt: at, via, byId: by };
    });
    await tx.stageVisit.createMany({ data: rows, skipDuplicates: true });
  }
  for (const { stage, visit, to } of left) {
    await tx.stageVisit.updateMany({
      where: { dealId, runNo, stage, visit },
      data: { leftAt: at, to },
    });
  }
}
