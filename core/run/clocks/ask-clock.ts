import type { Clock } from '../state/clock-state.ts';
import { calendarOf, frameOfClock, levelsOf, targetOf, type ClockTarget } from './clock-target.ts';
import type { Effect } from '../contract/effect.ts';
import { openIncident } from '../incidents/incidents.ts';
import { replaceClock } from './running-clocks.ts';
import { dateOf, readTiming } from './timing.ts';
import { nextSerial, refOf, within, type Turn } from '../state/turn.ts';

type Ask = Extract<Effect, { kind: 'startClock' }>;

/** Where the levels of a clock stood before a pause, and until when a note kept it still. */
export type Standing = Omit<NonNullable<Ask['was']>, 'due' | 'at'>;

/**
 * Asks the world for a clock's instants (E22); with nothing to measure it idles, with a case that
 * errs it is an incident. `stood`: where its levels stood before a pause that has just ended.
 */
export function askClock(turn: Turn, clock: Clock, stood: Standing = { levels: [] }): void {
  const target = targetOf(turn.definition, turn.state, clock);
  const timed = durationOf(turn, clock, target);
  if (timed === 'erred') return;
  const asked = timed.after ? { ...clock, after: timed.after } : clock;
  const to = measured(turn, asked, target);
  replaceClock(turn, to ? asked : { ...asked, idle: true });
  if (!to) return;
  within(turn, frameOfClock(turn.state, clock), () => {
    turn.effects.push({ ...askOf(turn, asked, target), ...to, ...since(turn, asked, stood) });
  });
  if (clock.pauses?.length) sayPaused(turn, asked);
}

/** Says to the world that a clock stands; `why` is the latest of its reasons. */
export function sayPaused(turn: Turn, { id, cycle, pauses }: Clock): void {
  turn.effects.push({
    key: `pause:${id}:${cycle}:${nextSerial(turn)}`,
    kind: 'pauseClock',
    clock: id,
    cycle,
    why: pauses?.at(-1) ?? '',
  });
}

/** The duration of a clock: its cases are read once, when it starts. */
function durationOf(turn: Turn, clock: Clock, { timing }: ClockTarget) {
  if (clock.after || !timing) return { after: clock.after };
  const timed = readTiming(turn.state, timing);
  if (timed.ok) return { after: timed.duration };
  const { code, operands } = timed;
  within(turn, frameOfClock(turn.state, clock), () =>
    openIncident(turn, { clock: clock.id, at: 'when', code }, operands),
  );
  return 'erred';
}

/** The duration and dates that are measured; undefined when there are none. */
function measured(turn: Turn, { after }: Clock, { timing, field, agreed }: ClockTarget) {
  const { state } = turn;
  const counts = timing?.from === 'field' ? dateOf(state, timing.field) : undefined;
  const date = dateOf(state, field);
  const runs = after !== undefined && (timing?.from !== 'field' || counts !== undefined);
  if (!runs && date === undefined) return undefined;
  return {
    ...(runs && { after }),
    ...(counts !== undefined && { fromDate: counts }),
    ...(date !== undefined && { date }),
    ...(date !== undefined && agreed && { agreed }),
  };
}

function askOf(turn: Turn, clock: Clock, target: ClockTarget): Omit<Ask, 'from'> & { key: string } {
  const { definition } = turn;
  const { id, cycle, stage, step, item } = clock;
  return {
    key: `clock:${id}:${cycle}`,
    kind: 'startClock',
    clock: id,
    cycle,
    stage,
    ...(step === undefined ? {} : { task: refOf(turn, step, item) }),
    calendar: calendarOf(definition, target),
    levels: levelsOf(definition, target),
  };
}

/** From when the clock is measured: its start, or where a pause has left it. */
function since(
  turn: Turn,
  clock: Clock,
  stood: Standing,
): Pick<Ask, 'from' | 'since' | 'left' | 'was'> {
  const { startedAt, left, byTime, pauses = [], pausedAt } = clock;
  if (byTime !== undefined && pausedAt !== undefined && pauses.length === 0) {
    return { from: turn.now, since: startedAt, was: { due: byTime, at: pausedAt, ...stood } };
  }
  return left ? { from: left.from, since: startedAt, left: left.ms } : { from: startedAt };
}
