import type { RunState } from '../state/run-state.ts';
import type { Turn } from '../state/turn.ts';

/** So many runs may start one another in a row without a person or a wait between them (E28). */
const longest = 10;

/** Code of the incident of a start that would be one more. */
export const chainCode = 'start-chain';

/** Whether another start would make the chain too long. */
export function isChainSpent({ generation = 0 }: RunState): boolean {
  return generation >= longest;
}

/** What a start by this run carries: how many starts in a row it is. Without it, it is the first. */
export function nextGeneration({ generation }: RunState): { generation?: number } {
  return generation === undefined ? {} : { generation: generation + 1 };
}

/** A person, somebody outside or time that passed has come between: the chain begins anew. */
export function endChain({ state }: Turn): void {
  delete state.generation;
}
