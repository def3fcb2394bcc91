import { pauseClock, resumeClock } from '../clocks/clock-pauses.ts';
import type { Freeze } from '../state/run-state.ts';
import { shiftSilences } from '../clocks/silences.ts';
import { shiftTimers } from './shift-timers.ts';
import { nextSerial, type Turn } from '../state/turn.ts';

/** Id of the freeze by which a person holds a deal; those of a process have ids of their own. */
export const holdId = 'hold';

/** Adds one reason why nothing moves (E19), or renews it; with the first every clock stands. */
export function addFreeze(turn: Turn, freeze: Freeze): void {
  const { state } = turn;
  const others = (state.freezes ?? []).filter(({ id }) => id !== freeze.id);
  state.freezes = [...others, freeze];
  state.frozen ??= { at: turn.now, ended: [], events: [] };
  for (const clock of state.clocks.slice()) pauseClock(turn, clock, freeze.id);
}

/**
 * Takes one reason back. With the last, what every clock and relative timer had left is left from
 * now on; what waits meanwhile is caught up with afterwards (`catchUp`).
 */
export function endFreeze(turn: Turn, id: string): void {
  const { state } = turn;
  const left = (state.freezes ?? []).filter((freeze) => freeze.id !== id);
  if (left.length > 0) state.freezes = left;
  else delete state.freezes;
  for (const clock of state.clocks.slice()) resumeClock(turn, clock, id);
  if (left.length > 0 || !state.frozen) return;
  shiftTimers(turn, state.frozen.at);
  shiftSilences(turn, state.frozen.at);
}

/** The deal has come to its end: nothing is frozen any more, and nothing is caught up with. */
export function thawForGood(turn: Turn): void {
  if (turn.state.freezes) sayFreeze(turn, { by: null, freeze: null });
  delete turn.state.freezes;
  delete turn.state.frozen;
}

export interface FreezeSaid {
  by: string | null;
  freeze: 'hold' | 'pause' | null;
  until?: number;
  reason?: string;
}

/** Tells the world what the deal shows: on hold, paused with its process, or neither. */
export function sayFreeze(turn: Turn, said: FreezeSaid): void {
  turn.effects.push({ key: `freeze:${nextSerial(turn)}`, kind: 'freeze', ...said });
}
