import { askClock, sayPaused, type Standing } from './ask-clock.ts';
import type { Clock } from '../state/clock-state.ts';
import { replaceClock } from './running-clocks.ts';
import { nextSerial, type Turn } from '../state/turn.ts';

/**
 * Has a clock stand for a reason: a freeze, a task that waits, a trigger. It stands as long
 * as it has any; the time is shifted once, when the last has gone (E19).
 */
export function pauseClock(turn: Turn, clock: Clock, why: string): void {
  const { pauses = [], pausedAt } = clock;
  if (pauses.includes(why)) return;
  const next = { ...clock, pauses: [...pauses, why], pausedAt: pausedAt ?? turn.now };
  replaceClock(turn, next);
  if (pauses.length > 0 || clock.idle) return;
  const { id, cycle, stage } = clock;
  turn.facts.push({ type: 'ClockPaused', clock: id, cycle, stage, why });
  sayPaused(turn, next);
}

/** Takes back one reason; without another the clock goes on with what it had left. */
export function resumeClock(turn: Turn, clock: Clock, why: string): void {
  if (!clock.pauses?.includes(why)) return;
  const left = clock.pauses.filter((each) => each !== why);
  if (left.length > 0) return replaceClock(turn, { ...clock, pauses: left });
  const { pauses: _pauses, ...runs } = clock;
  if (clock.byTime !== undefined) return shift(turn, runs);
  const { pausedAt: _at, ...goesOn } = runs;
  replaceClock(turn, goesOn);
  if (clock.idle) return;
  const { id, cycle, stage } = clock;
  const key = `resume:${id}:${cycle}:${nextSerial(turn)}`;
  turn.effects.push({ key, kind: 'resumeClock', clock: id, cycle });
  turn.facts.push({ type: 'ClockResumed', clock: id, cycle, stage });
}

/**
 * The world is asked where the clock's instants lie now, in a new cycle. Levels go along with the
 * due while it is by time; those of a due by date follow that date.
 */
function shift(turn: Turn, clock: Clock): void {
  const { due, byTime, ...rest } = clock;
  const isByTime = due !== undefined && due === byTime;
  const next: Clock = { ...rest, byTime: byTime!, cycle: clock.cycle + 1 };
  replaceClock(turn, next);
  const { id, cycle, stage } = next;
  turn.facts.push({ type: 'ClockResumed', clock: id, cycle, stage });
  askClock(turn, next, isByTime ? standing(clock) : { levels: [] });
}

/** Where the levels stand, and the quiet after a note. */
function standing({ levels, acknowledgedUntil }: Clock): Standing {
  return {
    levels: levels.flatMap(({ level, at }) => (at === undefined ? [] : [{ level, at }])),
    ...(acknowledgedUntil !== undefined && { quietUntil: acknowledgedUntil }),
  };
}
