import type { Value } from '#core/condition/condition.ts';
import { fieldChange } from '#core/definition/comparing/field-change.ts';
import { fieldsRevisionOf } from '#core/run/fields/field-revisions.ts';
import type { StartEvent } from '#core/run/contract/run-contract.ts';
import { beginRun, betweenRuns } from '#prisma/begin-run.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';
import { valuesOf } from './field-values.ts';
import { keptBy } from '#core/drawing/kept-values.ts';
import { newestVersion } from './newest-version.ts';

/**
 * The deal goes on as a new run of another process, pinned to its newest version. Its row is the new
 * run's from here on; what the old run did stays told under its number.
 */
export async function continueDeal(turn: Turn): Promise<void> {
  const [effect] = effectsOf(turn, 'continueIn');
  if (!effect) return;
  const { tx, batch, at, deal, changes } = turn;
  const version = await newestVersion(tx, effect.process);
  const run = { dealId: batch.dealId, runNo: batch.runNo + 1 };
  const fieldsRevision = fieldsRevisionOf(batch.state) + 1;
  const { values: fields, misfits } = keptBy(version.drawing.fields, await valuesOf(turn));
  await tx.deal.update({
    where: { id: batch.dealId },
    data: {
      ...betweenRuns,
      runNo: run.runNo,
      processKey: effect.process,
      fields: fields as object,
      fieldsRevision,
      versionId: version.id,
      currency: version.drawing.currency,
      continuedFrom: deal.processKey,
    },
    select: { id: true },
  });
  const stage = effect.stage ?? version.definition.stages[0]?.id ?? '';
  const event = startEvent(turn, run, {
    stage,
    generation: effect.generation ?? 1,
    watched: version.definition.watched,
    fields,
    fieldsRevision,
    misfits,
  });
  await beginRun(tx, { ...run, event, notBefore: at });
  changes.add('board', effect.process);
  changes.addWork('outbox');
}

function startEvent(
  { batch }: Turn,
  { dealId, runNo }: { dealId: string; runNo: number },
  begin: {
    stage: string;
    generation: number;
    watched: Record<string, 'value' | 'isSet'>;
    fields: Record<string, Value>;
    fieldsRevision: number;
    misfits: string[];
  },
): StartEvent {
  return {
    id: `start:${dealId}:${runNo}`,
    kind: 'start',
    by: null,
    owner: batch.state.owner,
    generation: begin.generation,
    fieldsRevision: begin.fieldsRevision,
    at: { stage: begin.stage, via: 'continued', visits: {}, done: {} },
    ...(begin.misfits.length > 0 && { misfits: begin.misfits }),
    ...fieldChange(begin.watched, begin.fields),
  };
}
