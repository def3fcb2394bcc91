import type { Closing } from '../contract/closing.ts';
import { rememberAsked } from '../doing-again/done-steps.ts';
import { closeStepIncidents } from '../incidents/incidents.ts';
import { closeTask } from '../work/tasks.ts';
import type { Turn } from '../state/turn.ts';

/**
 * Takes back what a step has under way in the world: its task, or those of its open items, with
 * their clocks, and its incidents. Mail and calls in flight go on and are no longer waited for.
 */
export function stopWork(turn: Turn, id: string, closing: Closing): void {
  rememberAsked(turn, id);
  closeStepIncidents(turn, id, closing.by);
  closeTask(turn, id, closing);
}
