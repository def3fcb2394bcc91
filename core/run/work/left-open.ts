import { isSettled } from '../scopes/frame.ts';
import { closeItems } from './items.ts';
import type { StepState } from '../state/step-state.ts';
import { refOf, stepOf, type Turn } from '../state/turn.ts';

/** Whether a step has ended and items of it are open still: those of an `each` that went on (E8). */
export function leavesItemsOpen(step: StepState): boolean {
  if (!isSettled(step)) return false;
  return Object.values(step.items ?? {}).some(({ status }) => status === 'open');
}

/** Closes the items of this frame that steps which went on have left open (E8). */
export function closeLeftOpen(turn: Turn, why: string, by: string | null): void {
  for (const id of Object.keys(turn.frame.part.steps)) closeItemsLeftOpen(turn, id, why, by);
}

/** Closes the items that one step which went on has left open; of other steps nothing is closed. */
export function closeItemsLeftOpen(turn: Turn, id: string, why: string, by: string | null): void {
  if (!leavesItemsOpen(stepOf(turn, id))) return;
  closeItems(turn, id, { as: 'cancelled', why, by });
  turn.facts.push({ type: 'TaskCancelled', ...refOf(turn, id), why });
}
