import type { EventOf } from '../contract/event.ts';
import { addFreeze, endFreeze, holdId, sayFreeze } from './freeze.ts';
import type { RunState } from '../state/run-state.ts';
import type { Turn } from '../state/turn.ts';

/** A person holds the deal until an instant; another hold takes the place of the one before (E19). */
export function hold(turn: Turn, { by, until, reason }: EventOf<'hold'>): void {
  turn.facts.push({ type: 'RunHeld', by, until, reason });
  sayFreeze(turn, { by, freeze: 'hold', until, reason });
  addFreeze(turn, { id: holdId, until });
}

/** A person lets the deal go on; with its process paused it still stands. */
export function resume(turn: Turn, { by }: EventOf<'resume'>): void {
  endHold(turn, by, 'person');
}

/** The hold is over, by a person or because its time has come. */
export function endHold(turn: Turn, by: string | null, why: 'person' | 'until'): void {
  if (!isOn(turn.state, holdId)) return;
  turn.facts.push({ type: 'RunResumed', by, why });
  endFreeze(turn, holdId);
  sayFreeze(turn, { by, freeze: turn.state.freezes ? 'pause' : null });
}

/** The whole process stands: the deal with it. */
export function pauseProcess(turn: Turn, { freeze }: { freeze: string }): void {
  if (isOn(turn.state, freeze)) return;
  turn.facts.push({ type: 'ProcessPaused', freeze });
  if (!turn.state.freezes) sayFreeze(turn, { by: null, freeze: 'pause' });
  addFreeze(turn, { id: freeze });
}

/** The process goes on: the deal with it, unless it is on hold. */
export function resumeProcess(turn: Turn, { freeze }: EventOf<'resumeProcess'>): void {
  if (!isOn(turn.state, freeze)) return;
  turn.facts.push({ type: 'ProcessResumed', freeze });
  endFreeze(turn, freeze);
  if (!turn.state.freezes) sayFreeze(turn, { by: null, freeze: null });
}

function isOn(state: RunState, freeze: string): boolean {
  return (state.freezes ?? []).some(({ id }) => id === freeze);
}
