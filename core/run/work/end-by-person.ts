import { endEach } from '../../step-kinds/each/each.ts';
import type { EventOf } from '../contract/event.ts';
import { definitionOf, type Turn } from '../state/turn.ts';
import { endWait } from '../../step-kinds/wait/waits.ts';

/** A person ends what waits on the world or on others by a port, with a reason (E17). */
export function endByPerson(turn: Turn, event: EventOf<'endWait'>): void {
  const { wait, port, by, reason } = event;
  const step = definitionOf(turn, wait.step);
  if (step?.kind === 'each') endEach(turn, step, event);
  else endWait(turn, wait.step, port, by, reason);
}
