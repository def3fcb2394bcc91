import type { Turn } from '../batch/turn.ts';

/** Code of the incident of a deal of which a notice reached nobody. */
const nobodyTold = 'nobody-told';

/** What could not be told, and where. */
export interface Untold {
  key: string;
  stage: string;
  step?: string | undefined;
}

/**
 * A notice was for people and nobody at all is here to get it: the deal says so by an incident, for whoever comes
 * next. The run is not held by it.
 */
export async function sayNobodyTold(
  { tx, batch: { dealId, runNo }, at, changes }: Turn,
  { key, stage, step }: Untold,
): Promise<void> {
  const what = { stage, step: step ?? null, code: nobodyTold, choices: [], openedAt: at };
  await tx.incident.createMany({
    data: [{ dealId, runNo, incident: `untold:${key}`, ...what }],
    skipDuplicates: true,
  });
  changes.add('deal', dealId);
}

/** Somebody hears of the deal again, or it has ended: what nobody was told stands in its timeline. */
export async function clearNobodyTold({ tx, batch, at, changes }: Turn): Promise<void> {
  const { dealId, runNo } = batch;
  const { count } = await tx.incident.updateMany({
    where: { dealId, runNo, code: nobodyTold, resolvedAt: null },
    data: { resolvedAt: at, resolution: 'cleared' },
  });
  if (count > 0) changes.add('deal', dealId);
}
