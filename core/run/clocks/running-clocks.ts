import type { Clock } from '../state/clock-state.ts';
import type { Turn } from '../state/turn.ts';

/** The clock of a task, stage or process, by its own id. */
export function clockOf(turn: Turn, id: string): Clock | undefined {
  return turn.state.clocks.find((clock) => clock.id === id);
}

/** Puts a clock in the place of its former self. */
export function replaceClock(turn: Turn, clock: Clock): void {
  const at = turn.state.clocks.findIndex((each) => each.id === clock.id);
  if (at >= 0) turn.state.clocks[at] = clock;
}
