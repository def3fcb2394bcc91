import type { WaitDefinition } from '../../definition/compiling/step-definition.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import type { Effect } from '../../run/contract/effect.ts';
import { stopAtIncident } from '../../run/incidents/incidents.ts';
import { own } from '../../run/state/own.ts';
import { attemptOf } from '../../run/state/step-state.ts';
import { dateOf, readTiming } from '../../run/clocks/timing.ts';
import {
  nextSerial,
  refOf,
  setStep,
  stepEffectKey,
  stepOf,
  type Turn,
} from '../../run/state/turn.ts';

type Ask = Extract<Effect, { kind: 'startTimer' }>;

/** What a wait's timer measures: its time, or the time-out of its event. */
export function timingOfWait(wait: WaitDefinition): TimingDefinition {
  return 'event' in wait ? wait.timeout : wait.duration;
}

/** The date that a wait counts to and that is not set; it idles until it is. */
export function lackedBy(turn: Turn, wait: WaitDefinition): string | undefined {
  const { from, field } = timingOfWait(wait);
  return from === 'field' && dateOf(turn.state, field) === undefined ? field : undefined;
}

/**
 * Asks when a wait is over (E22). One that counts to a date idles without it; one whose cases
 * cannot be read is an incident.
 */
export function askWait(turn: Turn, wait: WaitDefinition, key: string): void {
  const timing = timingOfWait(wait);
  const timed = readTiming(turn.state, timing);
  if (!timed.ok) return stopAtIncident(turn, wait.id, 'work', timed);
  const { duration } = timed;
  const isDated = timing.from === 'field';
  setStep(turn, wait.id, { timerUnit: duration.unit, ...(isDated && { timerFixed: true }) });
  const fromDate = isDated ? dateOf(turn.state, timing.field) : undefined;
  if (isDated && fromDate === undefined) return;
  turn.effects.push({
    key,
    kind: 'startTimer',
    wait: refOf(turn, wait.id),
    ...begunAt(turn, wait.id, timing),
    duration,
    ...(fromDate !== undefined && { fromDate }),
    calendar: { calendar: turn.definition.calendar },
  });
}

/** Asks again when a wait under way is over. */
export function askWaitAgain(turn: Turn, wait: WaitDefinition): void {
  turn.frame.clearTimer(wait.id);
  askWait(turn, wait, nextTimerKey(turn, wait.id));
}

/** Key of a timer that is asked for once more; that of an attempt keeps its number (E24). */
export function nextTimerKey(turn: Turn, step: string): string {
  const attempt = attemptOf(stepOf(turn, step));
  return `${stepEffectKey(turn, 'timer', step, attempt)}:${nextSerial(turn)}`;
}

/** The date that a wait counts to has changed (E21). */
export function moveWait(turn: Turn, wait: WaitDefinition, field: string): void {
  const lacks = lackedBy(turn, wait) !== undefined;
  turn.facts.push({
    type: 'WaitMoved',
    ...refOf(turn, wait.id),
    field,
    ...(lacks && { lacks }),
  });
  askWaitAgain(turn, wait);
}

/** From when a wait is measured: its start, its stage's entry, or where a freeze has left it. */
function begunAt(turn: Turn, id: string, timing: TimingDefinition): Pick<Ask, 'from' | 'left'> {
  const { timerLeft, startedAt } = stepOf(turn, id);
  if (timerLeft) return { from: timerLeft.from, left: timerLeft.ms };
  const { state, frame } = turn;
  if (timing.from === 'stageEntry') {
    return { from: own(state.sides ?? {}, frame.id)?.enteredAt ?? state.enteredAt };
  }
  return { from: startedAt ?? turn.now };
}
