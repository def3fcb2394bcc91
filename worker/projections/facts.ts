import type { Fact } from '#core/run/contract/fact.ts';
import type { Turn } from '../activities/batch/turn.ts';

/** Appends the batch's facts to the journal, numbered as they happened. */
export async function appendFacts({ tx, batch, at }: Turn): Promise<void> {
  if (batch.facts.length === 0) return;
  const { dealId, runNo, seq } = batch;
  const rows = batch.facts.map((fact, n) => ({ dealId, runNo, seq, n, at, ...columnsOf(fact) }));
  await tx.runFact.createMany({ data: rows });
}

function columnsOf(fact: Fact) {
  const { stage = null, step = null, by = null } = fact as OfAnything;
  // For one that was superseded `by` is the level that did it, not a person.
  const actorId = fact.type === 'EscalationSuperseded' ? null : by;
  return { type: fact.type as string, stage, step, actorId, data: fact as object };
}

interface OfAnything {
  stage?: string;
  step?: string;
  by?: string | null;
}
