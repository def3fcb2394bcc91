import { fieldChange } from '#core/definition/comparing/field-change.ts';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import type { StepRef } from '#core/run/contract/event.ts';
import { stageIndex } from '#core/run/state/stage-index.ts';
import { pinnedVersion } from '../batch/pinned-version.ts';
import { factsOf, type Turn } from '../batch/turn.ts';
import { addSignal } from './add-signal.ts';
import { mapped, valuesOf } from './field-values.ts';

/** Id of the submission that holds what a deal brought back to the one that started it. */
export function resultsId(deal: string): string {
  return `results:${deal}`;
}

/**
 * Tells the step that waits for this deal how it ended, and leaves what it brings back: the values
 * as a submission of the other deal, effective when its run says so (E23).
 */
export async function reportEnd(turn: Turn): Promise<void> {
  const { batch, deal } = turn;
  const closed = factsOf(turn, 'RunClosed').at(-1);
  if (!closed || closed.outcome === 'continued') return;
  const { parentDealId, parentRunNo } = deal;
  const step = deal.parentStep as StepRef | null;
  if (parentDealId === null || parentRunNo === null || step === null) return;
  const { values, misfits, definition } = await bringBack(turn, parentDealId, step);
  await addSignal(
    turn,
    { dealId: parentDealId, runNo: parentRunNo },
    {
      id: `ended:${batch.dealId}:${batch.runNo}`,
      kind: 'processEnded',
      step,
      deal: batch.dealId,
      outcome: closed.outcome,
      ...(misfits.length > 0 && { misfits }),
      ...(batch.state.generation !== undefined && { automatic: true }),
      ...fieldChange(definition.watched, values),
    },
  );
}

async function bringBack(turn: Turn, dealId: string, ref: StepRef) {
  const { tx, batch } = turn;
  const parent = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: { versionId: true },
  });
  const { definition, drawing } = await pinnedVersion(tx, parent.versionId);
  const { values, misfits } = mapped(
    await valuesOf(turn),
    resultsOf(definition, ref),
    drawing.fields,
  );
  const row = { dealId, values: values as object };
  const id = resultsId(batch.dealId);
  await tx.submission.upsert({
    where: { id },
    create: { id, ...row },
    update: { values: row.values },
    select: { id: true },
  });
  return { values, misfits, definition };
}

function resultsOf(definition: ProcessDefinition, { stage, step }: StepRef) {
  const drawn = stageIndex(definition, stage)?.steps.get(step);
  return drawn?.kind === 'process' ? (drawn.wait?.results ?? []) : [];
}
