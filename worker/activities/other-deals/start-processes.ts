import { effectsOf, type Turn } from '../batch/turn.ts';
import { addSignal } from './add-signal.ts';
import { followUpAt } from './follow-up-at.ts';
import { insertDeal } from './new-deal.ts';

export const startEffects = ['startProcess', 'followUp'] as const;

/**
 * Starts what steps and outcomes ask for: the other deals, in this same transaction. The run hears
 * of a step's deal by a signal.
 */
export async function startProcesses(turn: Turn): Promise<void> {
  const { dealId, runNo } = turn.batch;
  for (const { key, process, fields, step, waits, generation = 1 } of effectsOf(
    turn,
    'startProcess',
  )) {
    const deal = await insertDeal(turn, { process, fields, generation, ...(waits && { step }) });
    const event = { id: `started:${key}`, kind: 'processStarted', step, deal } as const;
    await addSignal(turn, { dealId, runNo }, event);
  }
  for (const { process, fields, after, generation = 1 } of effectsOf(turn, 'followUp')) {
    const begins = after && (await followUpAt(turn, after));
    const later = begins && 'at' in begins ? { notBefore: begins.at } : { generation };
    await insertDeal(turn, { process, fields, ...later });
  }
}
