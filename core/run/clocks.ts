import type { StepDefinition } from '../definition/step-definition.ts';
import { assigneeOfWork } from './assignee.ts';
import type { Clock } from './clock-state.ts';
import { stageClockId, taskKey } from './keys.ts';
import { own } from './own.ts';
import { stepOf, taskRef, visitOf, type Turn } from './turn.ts';

/** Steps that people do, with a due and a policy. */
type WorkStep = Extract<StepDefinition, { kind: 'task' | 'approval' | 'each' }>;

export type ClockEnd = 'met' | 'metLate' | 'cancelled';

/** Starts the clock of a task, approval or item that is ready now; without a due it has none. */
export function startTaskClock(turn: Turn, task: WorkStep, item?: string): void {
  const ref = taskRef(turn, task.id, item);
  const id = taskKey(ref);
  if (!task.due || clockOf(turn, id)) return;
  const clock = newClock(turn, id, task.policy, {
    step: task.id,
    ...(item === undefined ? {} : { item }),
  });
  turn.state.clocks.push(clock);
  arm(turn, clock);
}

/** Starts the clock of the stage just entered, if it has a deadline; without a date it may idle. */
export function startStageClock(turn: Turn): void {
  const stage = turn.stage?.stage;
  if (!stage?.deadline) return;
  const id = stageClockId(stage.id, visitOf(turn.state));
  const clock = newClock(turn, id, stage.policy, {});
  turn.state.clocks.push(clock);
  arm(turn, clock);
}

/** Asks for the clock's instants again in a new cycle: after a failure, or when its date moved. */
export function restartClock(turn: Turn, clock: Clock): void {
  const levels = clock.levels.map(({ level, state }) => ({ level, state }));
  const { due: _due, idle: _idle, ...rest } = clock;
  const next: Clock = { ...rest, cycle: clock.cycle + 1, levels };
  replace(turn, next);
  arm(turn, next);
}

/** Asks the world for the clock's instants (E22); with nothing to measure, the clock idles. */
function arm(turn: Turn, clock: Clock): void {
  const { definition } = turn;
  const { id, cycle, stage, startedAt: from } = clock;
  const task = clock.step === undefined ? undefined : taskOf(turn, clock.step);
  const { after, date } = targetOf(turn, task);
  if (after === undefined && date === undefined) return replace(turn, { ...clock, idle: true });
  const assign = task && assigneeOfWork(stepOf(turn, task.id), task, clock.item);
  turn.effects.push({
    key: `clock:${id}:${cycle}`,
    kind: 'startClock',
    clock: id,
    cycle,
    stage,
    ...(task ? { task: taskRef(turn, task.id, clock.item) } : {}),
    from,
    ...(after === undefined ? {} : { after }),
    ...(date === undefined ? {} : { date }),
    calendar: {
      calendar: definition.calendar,
      ...(assign?.kind === 'department' ? { department: assign.department } : {}),
    },
    levels: own(definition.policies, policyOf(turn, task) ?? '') ?? [],
  });
}

function targetOf(turn: Turn, task: WorkStep | undefined) {
  if (task) return { after: task.due, date: undefined };
  const deadline = turn.stage?.stage.deadline;
  const value = deadline?.field === undefined ? null : own(turn.state.values, deadline.field);
  return { after: deadline?.after, date: typeof value === 'string' ? value : undefined };
}

function policyOf(turn: Turn, task: WorkStep | undefined): string | undefined {
  return task ? task.policy : turn.stage?.stage.policy;
}

function taskOf(turn: Turn, id: string): WorkStep | undefined {
  const step = turn.frame.index?.steps.get(id);
  const isWork = step?.kind === 'task' || step?.kind === 'approval' || step?.kind === 'each';
  return isWork ? step : undefined;
}

function newClock(
  turn: Turn,
  id: string,
  policy: string | undefined,
  of: { step?: string; item?: string },
): Clock {
  const levels = own(turn.definition.policies, policy ?? '') ?? [];
  return {
    id,
    cycle: 1,
    stage: turn.frame.id,
    ...of,
    startedAt: turn.now,
    breached: false,
    levels: levels.map((level) => ({ level: level.id, state: 'armed' })),
  };
}

export function clockOf(turn: Turn, id: string): Clock | undefined {
  return turn.state.clocks.find((clock) => clock.id === id);
}

/** Puts a clock in the place of its former self. */
export function replace(turn: Turn, clock: Clock): void {
  const at = turn.state.clocks.findIndex((each) => each.id === clock.id);
  if (at >= 0) turn.state.clocks[at] = clock;
}

/** How a clock ends whose work is done: stopped at the very instant of its due is met. */
export function doneAs(clock: Clock): ClockEnd {
  return clock.breached ? 'metLate' : 'met';
}

/** Stops a clock for good; later levels never fire. */
export function stopClock(turn: Turn, clock: Clock, as: ClockEnd): void {
  const { id, cycle } = clock;
  turn.state.clocks.splice(
    turn.state.clocks.findIndex((each) => each.id === id),
    1,
  );
  if (clock.idle) return;
  turn.effects.push({
    key: `stop:${id}:${cycle}`,
    kind: 'stopClock',
    clock: id,
    cycle,
    as,
  });
}

/** Stops the clock of a task or item, if it has one. */
export function stopTaskClock(
  turn: Turn,
  step: string,
  as: 'done' | 'cancelled',
  item?: string,
): void {
  const clock = clockOf(turn, taskKey(taskRef(turn, step, item)));
  if (clock) stopClock(turn, clock, as === 'done' ? doneAs(clock) : as);
}

/** The date of the stage's deadline moved: its clock is recalculated in a new cycle (E21). Returns it. */
export function moveStageClock(turn: Turn, field: string): string | undefined {
  const { state } = turn;
  const clock = clockOf(turn, stageClockId(state.stage, visitOf(state)));
  if (!clock) return undefined;
  const was = clock.idle;
  restartClock(turn, clock);
  const moved = clockOf(turn, clock.id)!;
  if (moved.idle && !was) {
    const { cycle } = clock;
    turn.effects.push({
      key: `stop:${clock.id}:${cycle}`,
      kind: 'stopClock',
      clock: clock.id,
      cycle,
      as: 'cancelled',
    });
  }
  const { id, cycle, stage } = moved;
  turn.facts.push({ type: 'ClockMoved', clock: id, cycle, stage, field });
  return id;
}
