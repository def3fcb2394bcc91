import type { Clock } from '../state/clock-state.ts';
import { restartClock } from './clocks.ts';
import type { EventOf } from '../contract/event.ts';
import type { Turn } from '../state/turn.ts';
import { recalculateWaits } from './recalculate-waits.ts';

/** A calendar has a new revision: what was computed on it is asked for again, in a new cycle. */
export function recalculate(turn: Turn, { calendar, revision }: EventOf<'recalculate'>): void {
  for (const clock of turn.state.clocks.filter((each) => each.calendar === calendar)) {
    recalculateClock(turn, clock, revision);
  }
  if (calendar === turn.definition.calendar) recalculateWaits(turn);
}

function recalculateClock(turn: Turn, clock: Clock, revision: number): void {
  const { id, cycle, stage, due } = clock;
  if (due === undefined) return;
  turn.facts.push({
    type: 'ClockRecalculated',
    clock: id,
    cycle: cycle + 1,
    stage,
    revision,
    was: due,
  });
  restartClock(turn, clock);
}
