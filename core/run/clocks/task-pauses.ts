import { pauseClock, resumeClock } from './clock-pauses.ts';
import { clockOf } from './running-clocks.ts';
import type { EventOf, StepRef } from '../contract/event.ts';
import { taskKey } from '../state/keys.ts';
import { nextSerial, refOf, setStep, stepOf, type Turn } from '../state/turn.ts';

type Said = Pick<EventOf<'resumeTask'>, 'by' | 'note'> & {
  why: EventOf<'pauseTask'>['why'] | null;
};

/**
 * A task waits for somebody: its clock stands, the stage's runs on. It may still be
 * completed or waived.
 */
export function pauseTask(turn: Turn, { task, why, note, by }: EventOf<'pauseTask'>): void {
  const ref = refOf(turn, task.step, task.item);
  setStep(turn, task.step, { paused: why });
  sayWaits(turn, ref, { why, note, by });
  turn.facts.push({ type: 'TaskWaits', ...ref, why, by, note });
  const clock = clockOf(turn, taskKey(ref));
  if (clock) pauseClock(turn, clock, why);
}

/** What the task waited for has come: its clock goes on with what it had left. */
export function resumeTask(turn: Turn, { task, note, by }: EventOf<'resumeTask'>): void {
  const ref = refOf(turn, task.step, task.item);
  const { paused } = stepOf(turn, task.step);
  if (paused === undefined) return;
  turn.frame.endPause(task.step);
  sayWaits(turn, ref, { why: null, note, by });
  turn.facts.push({ type: 'TaskGoesOn', ...ref, by, note });
  const clock = clockOf(turn, taskKey(ref));
  if (clock) resumeClock(turn, clock, paused);
}

function sayWaits(turn: Turn, task: StepRef, said: Said): void {
  const key = `waits:${taskKey(task)}:${nextSerial(turn)}`;
  turn.effects.push({ key, kind: 'waitTask', task, ...said });
}
