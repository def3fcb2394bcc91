import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import { askClock } from './ask-clock.ts';
import type { Clock } from '../state/clock-state.ts';
import { levelsOf, targetOf } from './clock-target.ts';
import { closeIncident } from '../incidents/incidents.ts';
import { stageClockId, taskKey } from '../state/keys.ts';
import { own } from '../state/own.ts';
import { clockOf, replaceClock } from './running-clocks.ts';
import { taskRef, visitOf, type Turn } from '../state/turn.ts';

export type ClockEnd = 'met' | 'metLate' | 'cancelled';

/**
 * Starts the clock of a task, approval or item that is ready now; without a due there is none.
 * `item` as in the key of its task; of a repeated task it is the attempt at hand.
 */
export function startTaskClock(turn: Turn, step: StepDefinition, of?: string): void {
  const ref = taskRef(turn, step.id, of);
  const { item } = ref;
  const id = taskKey(ref);
  if (!('due' in step) || !step.due || clockOf(turn, id)) return;
  const whose = item === undefined ? { step: step.id } : { step: step.id, item };
  startClock(turn, { id, stage: turn.frame.id, ...whose }, step.due);
}

/** Starts the clock of the stage just entered, if it has a deadline; without a date it may idle. */
export function startStageClock(turn: Turn): void {
  const stage = turn.stage?.stage;
  if (!stage?.deadline) return;
  const id = stageClockId(stage.id, visitOf(turn.state));
  startClock(turn, { id, stage: stage.id }, stage.deadline.after);
}

/** A new clock, with all levels of its policy armed; asks for its instants (E22). */
export function startClock(
  turn: Turn,
  of: Pick<Clock, 'id' | 'stage' | 'step' | 'item' | 'process'>,
  timing: TimingDefinition | undefined,
): void {
  const { freezes } = turn.state;
  const clock: Clock = {
    ...of,
    cycle: 1,
    startedAt: startOf(turn, of, timing),
    breached: false,
    levels: [],
    ...(freezes && { pauses: freezes.map(({ id }) => id), pausedAt: turn.now }),
  };
  const fresh = { ...clock, levels: freshLevels(turn, clock) };
  turn.state.clocks.push(fresh);
  askClock(turn, fresh);
}

/** All levels of a clock's policy, armed. */
export function freshLevels(turn: Turn, clock: Clock): Clock['levels'] {
  const target = targetOf(turn.definition, turn.state, clock);
  return levelsOf(turn.definition, target).map(({ id }) => ({ level: id, state: 'armed' }));
}

/** From when a clock that starts now is measured: from now, or from the entry of its stage. */
export function startOf(
  turn: Turn,
  { stage }: Pick<Clock, 'stage'>,
  timing: TimingDefinition | undefined,
): number {
  if (timing?.from !== 'stageEntry') return turn.now;
  return own(turn.state.sides ?? {}, stage)?.enteredAt ?? turn.state.enteredAt;
}

/** Asks for the clock's instants again in a new cycle: after a failure, or when its date moved. */
export function restartClock(turn: Turn, clock: Clock): void {
  const { due: _due, idle: _idle, ...rest } = clock;
  const next: Clock = { ...rest, cycle: clock.cycle + 1 };
  replaceClock(turn, next);
  askClock(turn, next);
}

/** How a clock ends whose work is done: stopped at the very instant of its due is met. */
export function doneAs(clock: Clock): ClockEnd {
  return clock.breached ? 'metLate' : 'met';
}

/** Stops a clock for good; later levels never fire, and what kept it from being measured is over. */
export function stopClock(turn: Turn, clock: Clock, as: ClockEnd): void {
  const { id } = clock;
  turn.state.clocks.splice(
    turn.state.clocks.findIndex((each) => each.id === id),
    1,
  );
  for (const incident of turn.state.incidents.filter((each) => each.clock === id)) {
    closeIncident(turn, incident, { as: 'cleared', by: null });
  }
  if (!clock.idle) sayStopped(turn, clock, as);
}

function sayStopped(turn: Turn, { id, cycle }: Clock, as: ClockEnd): void {
  turn.effects.push({
    key: `stop:${id}:${cycle}`,
    kind: 'stopClock',
    clock: id,
    cycle,
    as,
  });
}

/** Stops the clock of a task or of one of its items, if it has one. */
export function stopTaskClock(
  turn: Turn,
  step: string,
  as: 'done' | 'cancelled',
  item?: string,
): void {
  const clock = clockOf(turn, taskKey(taskRef(turn, step, item)));
  if (clock) stopClock(turn, clock, as === 'done' ? doneAs(clock) : as);
}

/** A date that the clock counts to moved: it is recalculated in a new cycle (E21). */
export function moveClock(turn: Turn, clock: Clock, field: string): void {
  const failed = turn.state.incidents.find((each) => each.clock === clock.id);
  if (failed) closeIncident(turn, failed, { as: 'cleared', by: null });
  restartClock(turn, clock);
  const moved = clockOf(turn, clock.id)!;
  if (moved.idle && !clock.idle) sayStopped(turn, clock, 'cancelled');
  const { id, cycle, stage } = moved;
  turn.facts.push({ type: 'ClockMoved', clock: id, cycle, stage, field });
}
