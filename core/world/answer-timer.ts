import type { Effect } from '../run/contract/effect.ts';
import type { Answers } from '../run/contract/event.ts';
import type { Calendar } from '../time/calendar.ts';
import { dueInstant } from '../time/due.ts';
import { instantAfter } from '../time/remaining.ts';
import { afterDate, shifted, stillLeft } from './after-a-pause.ts';
import type { World } from './world.ts';
import { codeOf } from './answer-code.ts';

type Ask = Extract<Effect, { kind: 'startTimer' }>;

/** When a wait, or the silence of a rail, is over. */
export function answerTimer(answers: Answers, ask: Ask, world: World): void {
  const { wait, key, was, from, duration } = ask;
  try {
    const calendar = world.calendar(ask.calendar);
    const at = instantOf(ask, calendar);
    const left = was && { ms: stillLeft(was, duration.unit, calendar), from };
    answers.timers.push({ ...wait, at, ...(left && { left }) });
  } catch (error) {
    const { stage, step } = wait;
    answers.failures.push({ effect: key, stage, step, code: codeOf(error) });
  }
}

function instantOf({ from, duration, fromDate, was, left }: Ask, calendar: Calendar): number {
  if (was) return shifted(was.due, was.at, from, duration.unit, calendar);
  if (left !== undefined) return instantAfter(from, left, duration.unit, calendar);
  if (fromDate !== undefined) return afterDate(fromDate, duration, calendar);
  return dueInstant(from, duration, calendar);
}
