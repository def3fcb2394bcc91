import type { CalendarSource, Effect } from '../run/effect.ts';
import type { Answers } from '../run/event.ts';
import type { Assignee } from '../drawing/people.ts';
import type { Calendar } from '../time/calendar.ts';
import { answerClock, answerQuiet } from './answer-clock.ts';
import { answerTimer } from './answer-timer.ts';

/** What the answers depend on; rows of the database, or the sample world of a simulation. */
export interface World {
  /** The calendar of a department, else the process's; `key` where it has one. */
  calendar(source: CalendarSource): Calendar & { key?: string };
  /** Id of the person who leads a department, or null. */
  departmentLead(department: string): string | null;
}

type Ask<K extends Effect['kind']> = Extract<Effect, { kind: K }>;

/**
 * Answers what a batch's effects ask: due instants, timers, the new owner (E22). What cannot be
 * answered is a failure with a code: `no-working-time`, `bad-date`, `no-lead`.
 */
export function answer(effects: Effect[], world: World): Answers {
  const answers: Answers = { clocks: [], timers: [], failures: [] };
  for (const effect of effects) {
    if (effect.kind === 'startClock') answerClock(answers, effect, world);
    if (effect.kind === 'startTimer') answerTimer(answers, effect, world);
    if (effect.kind === 'acknowledgeClock') answerQuiet(answers, effect, world);
    if (effect.kind === 'setOwner') answerOwner(answers, effect, world);
  }
  return answers;
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
  return to.kind === 'department' ? world.departmentLead(to.department) : null;
}
