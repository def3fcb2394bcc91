import type { Closing } from './closing.ts';
import { rememberAsked } from './done-steps.ts';
import { closeStepIncidents } from './incidents.ts';
import { closeTask } from './tasks.ts';
import type { Turn } from './turn.ts';

/**
 * Takes back what a step has under way in the world: its task, or those of its open items, with
 * their clocks, and its incidents. Mail and calls in flight go on and are no longer waited for.
 */
export function stopWork(turn: Turn, id: string, closing: Closing): void {
  rememberAsked(turn, id);
  closeStepIncidents(turn, id, closing.by);
  closeTask(turn, id, closing);
}
