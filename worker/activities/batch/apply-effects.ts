import type { Database } from '#prisma/client.ts';
import { projectDeal } from '../../projections/deal-row.ts';
import { appendFacts } from '../../projections/facts.ts';
import { projectVisits } from '../../projections/stage-visits.ts';
import type { Batch, Written } from './batch.ts';
import { finalFailure } from './failures.ts';
import { reportEnd } from '../other-deals/results.ts';
import { movePointers } from '../work/pools.ts';
import { otherStart } from '../deal/other-start.ts';
import { overtakenActs } from '../work/overtaken.ts';
import { effectWriters, lastWriter } from './effect-writers.ts';
import { storeBatch } from './store-batch.ts';
import { openTurn, type Turn } from './turn.ts';
import { answersTo } from '../clocks/world.ts';

/**
 * Writes one turn of a run in one transaction: its events, what they ask of the world, and the read
 * tables. A number that is there already is left alone and handed back, to be adopted. Fails for good
 * (`effects-failed`, `foreign-batch`) only where repeating is no use.
 */
export async function applyEffects(database: Database, batch: Batch): Promise<Written> {
  try {
    return await database.$transaction(
      async (tx) => {
        const turn = await openTurn(tx, batch);
        const other = (await otherStart(turn)) ?? (await overtakenActs(turn));
        if (other) return other;
        turn.answers = await answersTo(turn);
        const stored = await storeBatch(turn);
        if (stored) return stored;
        if (batch.effects.length > 0 || batch.facts.length > 0) await write(turn);
        return { now: batch.now, answers: turn.answers };
      },
      { timeout: 9_000, maxWait: 5_000 },
    );
  } catch (error) {
    throw finalFailure(error);
  }
}

/** The deal's row belongs to its latest run. */
async function write(turn: Turn): Promise<void> {
  const { batch } = turn;
  for (const { write: writeEffects } of effectWriters) await writeEffects(turn);
  await movePointers(turn);
  await reportEnd(turn);
  await appendFacts(turn);
  await projectVisits(turn);
  if (turn.deal.runNo === batch.runNo) await projectDeal(turn);
  await lastWriter.write(turn);
  await turn.changes.publish();
}
