import type { Database } from '#prisma/client.ts';
import { projectDeal } from '../../projections/deal-row.ts';
import { appendFacts } from '../../projections/facts.ts';
import { projectVisits } from '../../projections/stage-visits.ts';
import type { Batch, Written } from './batch.ts';
import { applyClocks } from '../clocks/clocks.ts';
import { finalFailure } from './failures.ts';
import { applyFields } from '../deal/fields.ts';
import { applyIncidents } from '../deal/incidents.ts';
import { planMail } from '../deal/mail.ts';
import { writeNotices } from '../notices/notices.ts';
import { continueDeal } from '../other-deals/continue-in.ts';
import { reportEnd } from '../other-deals/results.ts';
import { startProcesses } from '../other-deals/start-processes.ts';
import { movePointers } from '../work/pools.ts';
import { otherStart } from '../deal/other-start.ts';
import { overtakenActs } from '../work/overtaken.ts';
import { storeBatch } from './store-batch.ts';
import { applyTasks } from '../work/tasks.ts';
import { openTurn, type Turn } from './turn.ts';
import { planWebhooks } from '../deal/webhooks.ts';
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

/**
 * New rows before changes to rows; notices after tasks, for they ask who has one now; other deals
 * after fields, for they take values along. The deal's row belongs to its latest run.
 */
async function write(turn: Turn): Promise<void> {
  const { batch } = turn;
  await applyTasks(turn);
  await movePointers(turn);
  await applyClocks(turn);
  await planMail(turn);
  await planWebhooks(turn);
  await applyIncidents(turn);
  await applyFields(turn);
  await writeNotices(turn);
  await startProcesses(turn);
  await reportEnd(turn);
  await appendFacts(turn);
  await projectVisits(turn);
  if (turn.deal.runNo === batch.runNo) await projectDeal(turn);
  await continueDeal(turn);
  await turn.changes.publish();
}
