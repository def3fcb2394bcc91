import type { Effect, EffectKind } from '#core/run/contract/effect.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import type { Answers } from '#core/run/contract/event.ts';
import type { Transaction } from '#prisma/client.ts';
import type { Prisma } from '#prisma/generated/client.ts';
import { Changes } from '../../projections/changes.ts';
import type { Batch } from './batch.ts';
import { pinnedVersion, type PinnedVersion } from './pinned-version.ts';
import type { BatchWorld } from '../clocks/batch-world.ts';

/** What is asked of the deal's row before the batch. */
export interface TurnDeal {
  runNo: number;
  processKey: string;
  versionId: string;
  atRiskClock: string | null;
  parentDealId: string | null;
  parentRunNo: number | null;
  parentStep: unknown;
}

/** A batch while it is written: what the effects read, and what they leave for the deal's row. */
export interface Turn {
  readonly tx: Transaction;
  readonly batch: Batch;
  /** The run's instant; nothing here reads another clock. */
  readonly at: Date;
  readonly deal: TurnDeal;
  readonly version: PinnedVersion;
  readonly changes: Changes;
  /** Columns of the deal's row that effects set; written once, at the end. */
  readonly dealColumns: Prisma.DealUncheckedUpdateInput;
  /** Read when the batch asks something. */
  world?: BatchWorld;
  answers: Answers | null;
}

export async function openTurn(tx: Transaction, batch: Batch): Promise<Turn> {
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: batch.dealId },
    select: {
      runNo: true,
      processKey: true,
      versionId: true,
      atRiskClock: true,
      parentDealId: true,
      parentRunNo: true,
      parentStep: true,
    },
  });
  return {
    tx,
    batch,
    at: new Date(batch.now),
    deal,
    version: await pinnedVersion(tx, deal.versionId),
    changes: new Changes(tx),
    dealColumns: {},
    answers: null,
  };
}

/** The batch's effects of the kinds named, in order, those excepted that the world could not carry out. */
export function effectsOf<K extends EffectKind>(
  { batch, answers }: Pick<Turn, 'batch' | 'answers'>,
  ...kinds: K[]
): Extract<Effect, { kind: K }>[] {
  const wanted: readonly string[] = kinds;
  const failed = new Set(answers?.failures.map(({ effect }) => effect));
  return batch.effects.filter(
    (effect): effect is Extract<Effect, { kind: K }> =>
      wanted.includes(effect.kind) && !failed.has(effect.key),
  );
}

/** The batch's facts of the types named, in order. */
export function factsOf<T extends Fact['type']>(
  { batch }: Pick<Turn, 'batch'>,
  ...types: T[]
): Extract<Fact, { type: T }>[] {
  const wanted: readonly string[] = types;
  return batch.facts.filter((fact): fact is Extract<Fact, { type: T }> =>
    wanted.includes(fact.type),
  );
}
