import { calendarOf, targetOf } from './clock-target.ts';
import type { EventOf } from '../contract/event.ts';
import { clockOf, replaceClock } from './running-clocks.ts';
import type { Turn } from '../state/turn.ts';

/** How long a clock keeps still after somebody has taken note of it (E31). */
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

/**
 * The note is taken back: levels fire at their own instants again, and of those that have passed the latest
 * fires now (E31).
 */
export function takeBackNote(turn: Turn, { clock: id, by }: EventOf<'takeBackNote'>): void {
  const clock = clockOf(turn, id);
  if (!clock) return;
  const { acknowledgedUntil: _until, ...rest } = clock;
  replaceClock(turn, { ...rest, noteTakenBack: true });
  const { cycle, stage } = clock;
  turn.facts.push({ type: 'NoteTakenBack', clock: id, cycle, stage, by });
  turn.effects.push({ key: `takeBackNote:${id}:${cycle}`, kind: 'takeBackNote', clock: id, cycle });
}
