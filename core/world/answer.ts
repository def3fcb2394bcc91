import { isAsking } from '../run/contract/asking.ts';
import type { AssigneeAsk } from '../assignment/pool-ask.ts';
import type { AssignmentReason } from '../run/contract/assignment-reason.ts';
import type { CalendarSource, Effect } from '../run/contract/effect.ts';
import type { Answers } from '../run/contract/event.ts';
import type { Assignee } from '../drawing/people.ts';
import type { Calendar } from '../time/calendar.ts';
import { dateAfter } from '../time/due.ts';
import { answerAssignee } from './answer-assignee.ts';
import { answerDeciders } from './answer-deciders.ts';
import { answerClock, answerQuiet } from './answer-clock.ts';
import { codeOf } from './answer-code.ts';
import { answerTimer } from './answer-timer.ts';

/** What the answers depend on; rows of the database, or the sample world of a simulation. */
export interface World {
  /** The calendar of a department, else the process's; `key` where it has one. */
  calendar(source: CalendarSource): Calendar & { key?: string };
  /** Id of the person who leads a department, or null. */
  departmentLead(department: string): string | null;
  /** Who gets a task, or the deal, that asks a pool, and why; `null` when nobody can. */
  assignee(ask: AssigneeAsk, due?: TaskDue): { person: string | null; why: AssignmentReason };
  /** How many people of a department or role there are who may decide: `notBy` may not. */
  deciders(to: Decider, notBy: string[]): number;
}

/** Whose part of an approval it is, where it is not one person's. */
export type Decider = Extract<Assignee, { kind: 'department' | 'role' }>;

/** Until when a task is to be done, and in what time. */
export interface TaskDue {
  /** Epoch ms. */
  at: number;
  calendar: Calendar;
}

/** A task for a pool that chooses somebody. */
export type TaskAsk = Ask<'openTask' | 'requestTask' | 'assignTask'>;

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
