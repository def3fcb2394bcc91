import type { Clock } from './clock-state.ts';
import { calendarOf, targetOf } from './clock-target.ts';
import { restartClock } from './clocks.ts';
import { clockOf, replaceClock } from './running-clocks.ts';
import type { EventOf } from './event.ts';
import type { Turn } from './turn.ts';
import { recalculateWaits } from './recalculate-waits.ts';

/** How long a clock keeps still after somebody has taken note of it (§1.8). */
const quiet = { n: 4, unit: 'bh' } as const;

/**
 * Somebody takes note of an overdue clock: no higher level fires for four business hours, once.
 * The world says when those are over.
 */
export function acknowledge(turn: Turn, { clock: id, by }: EventOf<'acknowledge'>): void {
  const clock = clockOf(turn, id);
  if (!clock) return;
  replaceClock(turn, { ...clock, acknowledgedUntil: turn.now });
  const { cycle, stage } = clock;
  turn.facts.push({ type: 'ClockAcknowledged', clock: id, cycle, stage, by });
  turn.effects.push({
    key: `acknowledge:${id}:${cycle}`,
    kind: 'acknowledgeClock',
    clock: id,
    cycle,
    by,
    from: turn.now,
    quiet,
    calendar: calendarOf(turn.definition, targetOf(turn.definition, turn.state, clock)),
  });
}

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
