import type { ProcessClockDefinition } from '../../definition/definition.ts';
import type { Clock } from '../state/clock-state.ts';
import { pauseClock, resumeClock } from './clock-pauses.ts';
import {
  doneAs,
  freshLevels,
  restartClock,
  startClock,
  startOf,
  stopClock,
  type ClockEnd,
} from './clocks.ts';
import { clockOf, replaceClock } from './running-clocks.ts';
import { own } from '../state/own.ts';
import type { Turn } from '../state/turn.ts';

/** What the triggers of a process clock do, in the order in which those of one event are followed. */
export const clockSlots = ['stop', 'cancel', 'reset', 'pause', 'resume', 'start'] as const;
export type ClockSlot = (typeof clockSlots)[number];

/** One of a process clock's triggers has fired; it runs at most once at a time. */
export function followClockTrigger(
  turn: Turn,
  drawn: ProcessClockDefinition,
  slot: ClockSlot,
): void {
  const clock = turn.state.clocks.find(({ process }) => process === drawn.id);
  if (slot === 'start') return clock ? undefined : begin(turn, drawn);
  if (!clock) return;
  switch (slot) {
    case 'stop':
      return endProcessClock(turn, clock, doneAs(clock));
    case 'cancel':
      return endProcessClock(turn, clock, 'cancelled');
    case 'reset':
      return reset(turn, clock, drawn);
    case 'pause':
      return pauseClock(turn, clock, 'trigger');
    case 'resume':
      return resumeClock(turn, clock, 'trigger');
  }
}

/** Ends a process clock: by a trigger, or with its deal. */
export function endProcessClock(turn: Turn, clock: Clock, as: ClockEnd): void {
  stopClock(turn, clock, as);
  const { id, cycle } = clock;
  turn.facts.push({ type: 'ProcessClockEnded', clock: id, cycle, as });
}

function begin(turn: Turn, { id: process, target }: ProcessClockDefinition): void {
  const { visits } = turn.state;
  const n = (own(visits, `process:${process}`) ?? 0) + 1;
  visits[`process:${process}`] = n;
  const id = `process:${process}:${n}`;
  turn.facts.push({ type: 'ProcessClockStarted', clock: id, cycle: 1 });
  startClock(turn, { id, stage: '', process }, target);
}

/** Begins anew in a new cycle, as if it had just started; what had been breached is forgotten. */
function reset(turn: Turn, clock: Clock, { target }: ProcessClockDefinition): void {
  const { id, stage, process, cycle } = clock;
  const fresh = { id, stage, process: process!, cycle, breached: false };
  replaceClock(turn, {
    ...fresh,
    startedAt: startOf(turn, clock, target),
    levels: freshLevels(turn, clock),
  });
  restartClock(turn, clockOf(turn, id)!);
  turn.facts.push({ type: 'ProcessClockStarted', clock: id, cycle: cycle + 1 });
}
