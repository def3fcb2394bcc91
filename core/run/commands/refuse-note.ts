import type { Clock } from '../state/clock-state.ts';
import type { EventOf, RunEvent } from '../contract/event.ts';
import { refusal, type Refusal } from '../contract/reply.ts';
import type { RunState } from '../state/run-state.ts';

/** Why nobody can take note of a clock now: it is another one, stands, is not overdue, or was taken note of. */
export function refuseAcknowledge(
  state: RunState,
  event: EventOf<'acknowledge'>,
): Refusal | undefined {
  const clock = runningClock(state, event);
  if ('code' in clock) return clock;
  const { acknowledgedUntil, noteTakenBack, breached, levels } = clock;
  if (noteTakenBack) {
    const message =
      'The note of this clock was taken back: note can be taken of a clock once only.';
    return refusal('not-open', message);
  }
  if (acknowledgedUntil !== undefined) {
    return refusal('not-open', 'Somebody has taken note of this clock already.');
  }
  if (breached || levels.some(({ state: at }) => at === 'fired')) return undefined;
  return refusal('not-open', 'This clock is not overdue: there is nothing to take note of.');
}

/** Why no note can be taken back: there is none, it was taken back, or the clock is another one or stands (E31). */
export function refuseTakeBack(
  state: RunState,
  event: EventOf<'takeBackNote'>,
): Refusal | undefined {
  const clock = runningClock(state, event);
  if ('code' in clock) return clock;
  const { acknowledgedUntil, noteTakenBack } = clock;
  if (noteTakenBack) {
    return refusal('not-open', 'The note of this clock was taken back already.');
  }
  if (acknowledgedUntil !== undefined) return undefined;
  return refusal('not-open', 'Nobody has taken note of this clock: nothing can be taken back.');
}

/** A note that has had its time keeps nothing still any more. */
export function refuseLateTakeBack(
  { clocks }: RunState,
  event: RunEvent,
  now: number,
): Refusal | undefined {
  if (event.kind !== 'takeBackNote') return undefined;
  const { acknowledgedUntil = Infinity } = clocks.find(({ id }) => id === event.clock) ?? {};
  if (acknowledgedUntil > now) return undefined;
  const message = 'The note has had its time: the next levels are due again by themselves.';
  return refusal('not-open', message);
}

/** The clock as the person saw it. While it stands nothing is raised, so there is nothing to decide. */
function runningClock(
  { clocks }: RunState,
  { clock: id, cycle }: EventOf<'acknowledge' | 'takeBackNote'>,
): Clock | Refusal {
  const clock = clocks.find((each) => each.id === id);
  if (!clock || clock.cycle !== cycle) {
    const message = 'This clock does not run any more as you saw it: load the deal again.';
    return refusal('stale', message);
  }
  if (!clock.pauses) return clock;
  return refusal('not-open', 'This clock is paused: nothing is raised until it goes on.');
}
