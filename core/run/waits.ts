import type { WaitDefinition } from '../definition/step-definition.ts';
import { endStep } from './links.ts';
import { own } from './own.ts';
import { refOf, setStep, stepEffectKey, stepOf, type Turn } from './turn.ts';

/** Starts a wait; one for an event that has come since stage entry ends at once (E17). */
export function beginWait(turn: Turn, wait: WaitDefinition): void {
  const first = stepOf(turn, wait.id).startedAt === undefined;
  setStep(turn, wait.id, { status: 'waiting', startedAt: turn.now });
  if (first) turn.facts.push({ type: 'WaitStarted', ...refOf(turn, wait.id) });
  if ('event' in wait && wait.accepts === 'stageEntry') {
    if (own(turn.state.events, wait.event) !== undefined) return endWait(turn, wait.id, 'event');
  }
  turn.effects.push({
    key: stepEffectKey(turn, 'timer', wait.id),
    kind: 'startTimer',
    wait: refOf(turn, wait.id),
    from: turn.now,
    duration: 'event' in wait ? wait.timeout : wait.duration,
    calendar: { calendar: turn.definition.calendar },
  });
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
