import type { WaitDefinition } from '../../definition/compiling/step-definition.ts';
import { endStep } from '../../run/steps/links.ts';
import { own } from '../../run/state/own.ts';
import { askWait, lackedBy, nextTimerKey } from './wait-timer.ts';
import { refOf, setStep, stepEffectKey, stepOf, type Turn } from '../../run/state/turn.ts';

/** Starts a wait; one for an event that has come since stage entry ends at once (E17). */
export function beginWait(turn: Turn, wait: WaitDefinition): void {
  const first = stepOf(turn, wait.id).startedAt === undefined;
  setStep(turn, wait.id, { status: 'waiting', startedAt: turn.now });
  if (first) sayStarted(turn, wait);
  if ('event' in wait && wait.accepts === 'stageEntry') {
    if (hasCome(turn, wait.event)) return endWait(turn, wait.id, 'event');
  }
  const key = stepEffectKey(turn, 'timer', wait.id);
  askWait(turn, wait, first ? key : nextTimerKey(turn, wait.id));
}

/** A wait for a date that is not set says so. */
function sayStarted(turn: Turn, wait: WaitDefinition): void {
  const lacks = lackedBy(turn, wait);
  const started = { type: 'WaitStarted', ...refOf(turn, wait.id) } as const;
  turn.facts.push(lacks === undefined ? started : { ...started, lacks });
}

/** Whether an event has come since the stage was entered; on a rail, since after it started. */
function hasCome(turn: Turn, event: string): boolean {
  const at = own(turn.state.events, event);
  const side = own(turn.state.sides ?? {}, turn.frame.id);
  return at !== undefined && (side === undefined || at > side.enteredAt);
}

/** Ends a wait by its event, its time, or a person's choice of port. */
export function endWait(
  turn: Turn,
  wait: string,
  port: string,
  by: string | null = null,
  reason?: string,
): void {
  turn.facts.push({
    type: 'WaitEnded',
    ...refOf(turn, wait),
    port,
    by,
    ...(reason === undefined ? {} : { reason }),
  });
  endStep(turn, wait, port, true);
}

/** The port by which a wait ends when its time is up. */
export function timeUpPort(wait: WaitDefinition): string {
  return 'event' in wait ? 'timeout' : 'done';
}
