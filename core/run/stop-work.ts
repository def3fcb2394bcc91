import { clockOf, stopClock } from './clocks.ts';
import { rememberAsked } from './done-steps.ts';
import { closeStepIncidents } from './incidents.ts';
import { effectKey, taskKey } from './keys.ts';
import { closeTask, type Closing } from './tasks.ts';
import { refOf, stepOf, type Turn } from './turn.ts';

/**
 * Takes back what a step has under way in the world: its task, or those of its open items, with
 * their clocks, and its incidents. Mail and calls in flight go on and are no longer waited for.
 */
export function stopWork(turn: Turn, id: string, closing: Closing): void {
  rememberAsked(turn, id);
  closeStepIncidents(turn, id, closing.by);
  const { items } = stepOf(turn, id);
  if (!items) return closeTask(turn, id, closing);
  for (const item of Object.keys(items)) {
    if (items[item]!.status === 'open') closeItem(turn, id, item, closing);
  }
  const clock = clockOf(turn, taskKey(refOf(turn, id)));
  if (clock) stopClock(turn, clock, 'cancelled');
}

function closeItem(turn: Turn, id: string, item: string, closing: Closing): void {
  const task = refOf(turn, id, item);
  const clock = clockOf(turn, taskKey(task));
  if (clock) stopClock(turn, clock, 'cancelled');
  turn.effects.push({ key: effectKey('close', task), kind: 'closeTask', task, ...closing });
}
