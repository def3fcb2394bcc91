import type { Calendar } from '#core/time/calendar.ts';
import { minutesOf, weekdays } from '#core/time/calendar.ts';
import { isBusinessUnit, type DurationUnit } from '#core/time/duration.ts';
import { workedMs } from '#core/time/working-time.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

function rounded(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 10) / 10);
}

function calendarText(ms: number): string {
  if (ms >= 2 * DAY) return `${rounded(ms / DAY)} d`;
  if (ms >= HOUR) return `${rounded(ms / HOUR)} h`;
  if (ms >= MINUTE) return `${Math.round(ms / MINUTE)} min`;
  return `${Math.ceil(ms / 1000)} s`;
}

function isBusiness(unit: string | null): boolean {
  return unit !== null && isBusinessUnit(unit as DurationUnit);
}

/** Time until a due as people read it: '15.2 bh', '3 h', '40 min'; when it is past '2.5 bh over'. */
export function leftText(now: Date, due: Date, unit: string | null, calendar: Calendar): string {
  const late = due.getTime() < now.getTime();
  const [from, to] = late ? [due.getTime(), now.getTime()] : [now.getTime(), due.getTime()];
  const text = isBusiness(unit)
    ? `${rounded(workedMs(from, to, calendar) / HOUR)} bh`
    : calendarText(to - from);
  return late ? `${text} over` : text;
}

/** Working hours of an ordinary day of the calendar; 8 when it has none. */
function dayHours(calendar: Calendar): number {
  const days = weekdays
    .map((day) => calendar.week[day])
    .map((day) => day.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0))
    .filter((minutes) => minutes > 0);
  return days.length === 0 ? 8 : days.reduce((sum, minutes) => sum + minutes, 0) / days.length / 60;
}

export interface ClockUse {
  usedRatio: number;
  usedText: string;
  leftText: string;
  state: 'running' | 'overdue';
}

/** How much of a target is used: '4.4 of 8.1 bd', and what is left of it. */
export function clockUse(
  clock: { startedAt: Date; dueAt: Date; unit: string | null },
  now: Date,
  calendar: Calendar,
): ClockUse {
  const { startedAt, dueAt, unit } = clock;
  const business = isBusiness(unit);
  const between = (from: Date, to: Date) =>
    business ? workedMs(from.getTime(), to.getTime(), calendar) : to.getTime() - from.getTime();
  const target = between(startedAt, dueAt);
  const used = Math.max(0, between(startedAt, now));
  const inDays = unit === 'bd' ? HOUR * dayHours(calendar) : HOUR;
  const usedText = business
    ? `${rounded(used / inDays)} of ${rounded(target / inDays)} ${unit ?? ''}`
    : `${calendarText(used)} of ${calendarText(target)}`;
  const overdue = dueAt.getTime() < now.getTime();
  return {
    usedRatio: target === 0 ? 1 : Math.round((used / target) * 1000) / 1000,
    usedText,
    leftText: leftText(now, dueAt, unit, calendar),
    state: overdue ? 'overdue' : 'running',
  };
}
