import type { Effect } from '../run/contract/effect.ts';
import type { Answers } from '../run/contract/event.ts';
import { taskKey } from '../run/state/keys.ts';
import type { TaskDue, World } from './world.ts';
import type { TaskAsk } from './task-ask.ts';

/**
 * Who gets a task. Asked when the clocks of the same effects are answered: who can do it depends on
 * when it is due.
 */
export function answerAssignee(
  answers: Answers,
  ask: TaskAsk,
  effects: Effect[],
  world: World,
): void {
  const { task } = ask;
  const { person, why } = world.assignee(ask, dueOf(ask, effects, answers, world));
  (answers.assignees ??= []).push({ task, person, why });
}

/** By the task's own clock, or that of the step it is a part of. */
function dueOf(
  { task }: TaskAsk,
  effects: Effect[],
  { clocks }: Answers,
  world: World,
): TaskDue | undefined {
  const { item: _item, ...step } = task;
  const ids = [taskKey(task), taskKey(step)];
  const started = effects.find((each) => each.kind === 'startClock' && ids.includes(each.clock));
  const clock = clocks.find(({ clock: id }) => ids.includes(id));
  if (started?.kind !== 'startClock' || !clock) return undefined;
  return { at: clock.due, calendar: world.calendar(started.calendar) };
}
