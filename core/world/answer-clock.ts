import type { Offset } from '../drawing/escalation-policy.ts';
import type { Effect } from '../run/contract/effect.ts';
import type { Answers } from '../run/contract/event.ts';
import type { Calendar } from '../time/calendar.ts';
import { closeOfDate, dueInstant, offsetInstant, percentInstant } from '../time/due.ts';
import type { DurationUnit } from '../time/duration.ts';
import { instantAfter } from '../time/remaining.ts';
import type { World } from './world.ts';
import { codeOf } from './answer-code.ts';
import { afterDate, shifted, stillLeft } from './after-a-pause.ts';

type Ask = Extract<Effect, { kind: 'startClock' }>;

/** When a clock is due and its levels fire (E19, E21, E22). */
export function answerClock(answers: Answers, ask: Ask, world: World): void {
  const { clock, cycle, stage, key } = ask;
  try {
    const calendar = world.calendar(ask.calendar);
    answers.clocks.push({
      clock,
      cycle,
      ...instantsOf(ask, calendar),
      ...(calendar.key !== undefined && { calendar: calendar.key }),
    });
  } catch (error) {
    answers.failures.push({ effect: key, stage, clock, code: codeOf(error) });
  }
}

/** Until when a clock that somebody took note of keeps still; without working time it does not. */
export function answerQuiet(
  answers: Answers,
  { clock, cycle, from, quiet, calendar }: Extract<Effect, { kind: 'acknowledgeClock' }>,
  world: World,
): void {
  try {
    const until = dueInstant(from, quiet, world.calendar(calendar));
    answers.acknowledged = [...(answers.acknowledged ?? []), { clock, cycle, until }];
  } catch (error) {
    codeOf(error);
  }
}

function instantsOf(ask: Ask, calendar: Calendar) {
  const byTime = byDuration(ask, calendar);
  const due = dueOf(ask, byTime, calendar);
  const { was, after, fromDate, from } = ask;
  const unit = unitOf(ask);
  const goesAlong = new Map(due === byTime ? was?.levels.map((l) => [l.level, l.at]) : []);
  const levels = ask.levels.map(({ id, offset }) => {
    const at = goesAlong.get(id);
    const moved = was && at !== undefined;
    return {
      level: id,
      at: moved
        ? shifted(at, was.at, from, unit, calendar)
        : levelInstant(ask.since ?? from, due, offset, calendar, unit),
    };
  });
  return {
    due,
    levels,
    ...(byTime !== undefined && after && fromDate === undefined && { byTime }),
    ...(was && { left: { ms: stillLeft(was, unit, calendar), from } }),
    ...(was?.quietUntil !== undefined && {
      quietUntil: shifted(was.quietUntil, was.at, from, unit, calendar),
    }),
  };
}

/** The due by the duration alone: from the start, from a date, or by what a pause has left of it. */
function byDuration(ask: Ask, calendar: Calendar): number | undefined {
  const { from, after, fromDate, was, left } = ask;
  if (was) return shifted(was.due, was.at, from, unitOf(ask), calendar);
  if (left !== undefined) return instantAfter(from, left, unitOf(ask), calendar);
  if (!after) return undefined;
  return fromDate === undefined
    ? dueInstant(from, after, calendar)
    : afterDate(fromDate, after, calendar);
}

/** The earlier of the duration and the close of the date, or the date alone once it is agreed. */
function dueOf({ date, agreed }: Ask, byTime: number | undefined, calendar: Calendar): number {
  const byDate = date === undefined ? Infinity : closeOfDate(date, calendar);
  if (agreed && date !== undefined) return byDate;
  return Math.min(byTime ?? Infinity, byDate);
}

function unitOf({ after }: Ask): DurationUnit {
  return after?.unit ?? 'bh';
}

function levelInstant(
  from: number,
  due: number,
  offset: Offset,
  calendar: Calendar,
  unit: DurationUnit,
): number {
  if ('percent' in offset) return percentInstant(from, due, offset.percent, calendar, unit);
  return offsetInstant(due, offset, calendar);
}
