import type { Answers } from '#core/run/event.ts';
import { effectsOf, type Turn } from '../turn.ts';
import { addSignal } from './add-signal.ts';
import { followUpAt } from './follow-up-at.ts';
import { insertDeal } from './new-deal.ts';
import { findNewestVersion } from './newest-version.ts';

/**
 * Starts what steps and outcomes ask for: the other deals, in this same transaction. The run hears
 * of a step's deal by a signal.
 */
export async function startProcesses(turn: Turn): Promise<void> {
  const { dealId, runNo } = turn.batch;
  for (const { key, process, fields, step, waits } of effectsOf(turn, 'startProcess')) {
    const deal = await insertDeal(turn, { process, fields, ...(waits && { step }) });
    const event = { id: `started:${key}`, kind: 'processStarted', step, deal } as const;
    await addSignal(turn, { dealId, runNo }, event);
  }
  for (const { process, fields, after } of effectsOf(turn, 'followUp')) {
    const notBefore = after && (await followUpAt(turn, after));
    await insertDeal(turn, { process, fields, ...(notBefore && { notBefore }) });
  }
}

/** Steps whose process cannot be started, for it has no version: each becomes an incident. */
export async function processesNotLive({ tx, batch }: Turn): Promise<Answers['failures']> {
  const failures: Answers['failures'] = [];
  for (const effect of batch.effects) {
    if (effect.kind !== 'startProcess') continue;
    if (await findNewestVersion(tx, effect.process)) continue;
    const { stage, step } = effect.step;
    failures.push({ effect: effect.key, stage, step, code: 'not-live' });
  }
  return failures;
}
