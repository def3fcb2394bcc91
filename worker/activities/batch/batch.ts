import type { Answers, RunEvent } from '#core/run/contract/event.ts';
import type { Effect } from '#core/run/contract/effect.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import type { HaltCode } from '#core/run/contract/run-contract.ts';
import type { RunState } from '#core/run/state/run-state.ts';

/** One turn of a run, as it is written in one transaction. */
export interface Batch {
  /** Id of the first run of the chain. */
  run: string;
  seq: number;
  dealId: string;
  runNo: number;
  engine: number;
  /** Of the definition. */
  checksum: string;
  /** Ordered: PostgreSQL keeps them, and what it keeps wins. */
  events: RunEvent[];
  /** Ids of those that were refused. */
  refused: string[];
  /** The run's instant, epoch ms; no wall clock is read beside it. */
  now: number;
  facts: Fact[];
  effects: Effect[];
  effectsHash: string;
  /** The state after the events, for the projections. */
  state: RunState;
}

/**
 * What a write answers. `stored` stands when an earlier attempt had written this number already:
 * the run adopts its events and forgets its own order.
 */
export interface Written {
  stored?: { events: RunEvent[]; now: number; effectsHash: string };
  /** The instant of what is written; see `atWritten` in worker/workflows/turn.ts. */
  now: number;
  answers: Answers | null;
  /**
   * The process stands (its freeze), or goes on (`null`), unlike the batch has it that starts the run:
   * nothing was written, the start is to be folded again.
   */
  freeze?: string | null;
  /**
   * Ids of commands whose task is at another revision by now (E25): nothing was written, they are to be
   * refused.
   */
  overtaken?: string[];
}

export interface Halt {
  dealId: string;
  runNo: number;
  stage: string;
  code: HaltCode;
  at: number;
}

/** The activities of a run. */
export interface RunActivities {
  applyEffects(batch: Batch): Promise<Written>;
  openHalt(halt: Halt): Promise<void>;
  closeHalt(halt: Halt): Promise<void>;
}
