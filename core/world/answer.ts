import type { TaskAsk } from './task-ask.ts';
import type { World } from './world.ts';
import { isAsking } from '../run/contract/asking.ts';
import type { Effect } from '../run/contract/effect.ts';
import type { Answers } from '../run/contract/event.ts';
import type { Assignee } from '../drawing/people.ts';
import { dateAfter } from '../time/due.ts';
import { answerAssignee } from './answer-assignee.ts';
import { answerDeciders } from './answer-deciders.ts';
import { answerClock, answerQuiet } from './answer-clock.ts';
import { codeOf } from './answer-code.ts';
import { answerTimer } from './answer-timer.ts';

type Ask<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/**
 * Answers what a batch's effects ask: due instants, timers, dates, assignees, the new owner (E22). What cannot be
 * answered is a failure with a code: `no-working-time`, `bad-date`, `no-lead`.
 */
export function answer(effects: Effect[], world: World): Answers {
  const answers: Answers = { clocks: [], timers: [], failures: [] };
  for (const effect of effects) {
    if (effect.kind === 'startClock') answerClock(answers, effect, world);
    if (effect.kind === 'startTimer') answerTimer(answers, effect, world);
    if (effect.kind === 'acknowledgeClock') answerQuiet(answers, effect, world);
    if (effect.kind === 'setOwner') answerOwner(answers, effect, world);
    if (effect.kind === 'setDates') answerDates(answers, effect, world);
    if (effect.kind === 'askDeciders') answerDeciders(answers, effect, world);
  }
  const tasks = effects.filter(isTask).filter(isAsking);
  for (const task of tasks) answerAssignee(answers, task, effects, world);
  return answers;
}

/** The local days on which the durations are over, in the calendar's zone. */
function answerDates(answers: Answers, ask: Ask<'setDates'>, world: World): void {
  const { step, dates, from, key } = ask;
  try {
    const calendar = world.calendar(ask.calendar);
    const days = dates.map((date) => [date.field, dateAfter(from, date.in, calendar)]);
    (answers.dates ??= []).push({ ...step, values: Object.fromEntries(days) });
  } catch (error) {
    const { stage, step: id } = step;
    answers.failures.push({ effect: key, stage, step: id, code: codeOf(error) });
  }
}

function isTask(effect: Effect): effect is TaskAsk {
  return ['openTask', 'requestTask', 'assignTask'].includes(effect.kind);
}

function answerOwner(answers: Answers, { to, step, key }: Ask<'setOwner'>, world: World): void {
  const owner = personOf(to, world);
  if (owner !== null) answers.owner = owner;
  else if (step) {
    const { stage, step: id } = step;
    answers.failures.push({ effect: key, stage, step: id, code: 'no-lead' });
  }
}

function personOf(to: Assignee, world: World): string | null {
  if (to.kind === 'person') return to.person;
  if (to.kind !== 'department') return null;
  const isChosen = (to.by ?? 'queue') !== 'queue';
  return isChosen ? world.assignee({ assign: to }).person : world.departmentLead(to.department);
}
