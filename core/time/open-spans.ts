import { Temporal } from 'temporal-polyfill';
import { minutesOf, weekdays, type Calendar, type Interval } from './calendar.ts';
import { NoWorkingTimeError } from './no-working-time-error.ts';

/** Working time between two instants (epoch ms), `open` < `close`. */
export interface Span {
  open: number;
  close: number;
}

/** How many days without working time are looked through before giving up. */
const emptyDaysLimit = 4_000;

const msPerDay = 86_400_000;

/**
 * On how many days before an instant a shift may have begun that is still open: the day before, and
 * one more where a gap stretches the night past midnight, or past a day that the zone skipped.
 */
export const reach = 2;

interface Known {
  exceptions: Map<string, Interval[]>;
  days: Map<number, Span[]>;
}

/** A calendar object is never changed once it is used; an edit makes a new revision. */
const known = new WeakMap<Calendar, Known>();

function knownOf(calendar: Calendar): Known {
  let entry = known.get(calendar);
  if (!entry) {
    const exceptions = new Map(calendar.exceptions.map((e) => [e.date, e.intervals]));
    entry = { exceptions, days: new Map() };
    known.set(calendar, entry);
  }
  return entry;
}

/** 'YYYY-MM-DD' of a day counted from 1970-01-01. */
export function dateOf(day: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();
}

/** Day, counted from 1970-01-01, of a local date 'YYYY-MM-DD'. */
export function dayOfDate(date: string): number {
  const { year, month, day } = Temporal.PlainDate.from(date);
  return Date.UTC(year, month - 1, day) / msPerDay;
}

/** Local day of an instant in the calendar's zone, counted from 1970-01-01. */
export function dayOf(instant: number, zone: string): number {
  const { year, month, day } =
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return Date.UTC(year, month - 1, day) / msPerDay;
}

/**
 * Instant of a local time, which may lie past midnight. In a gap: forward by the gap. In an
 * overlap: `compatible` takes the earlier, `later` the later.
 */
function instantOf(
  date: string,
  time: string,
  zone: string,
  disambiguation: 'compatible' | 'later',
): number {
  return Temporal.PlainDate.from(date)
    .toPlainDateTime()
    .add({ minutes: minutesOf(time) })
    .toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

/** True for a date that no clock of the zone ever showed. */
function isSkipped(date: string, zone: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return !day.toZonedDateTime(zone).toPlainDate().equals(day);
}

/**
 * Working time that begins on a local day, in order. Each boundary becomes an instant first: in a
 * gap both go forward; in an overlap the opening is the earlier instant and the closing the later,
 * so that the extra hour counts. Night shifts reach into the next day, at most to its opening. A
 * day that the zone skipped has none: Friday 30 December 2011 never came in Apia.
 */
export function spansOn(day: number, calendar: Calendar): Span[] {
  const { days } = knownOf(calendar);
  let spans = days.get(day);
  if (!spans) {
    spans = spansOfDay(day, calendar);
    const last = spans.at(-1);
    if (last && isNight(day, calendar))
      last.close = Math.min(last.close, ...openingsAfter(day, calendar));
    days.set(day, spans);
  }
  return spans;
}

/** A day by itself, whatever the next day does. */
function spansOfDay(day: number, calendar: Calendar): Span[] {
  const intervals = intervalsOn(day, calendar);
  const date = dateOf(day);
  if (intervals.length === 0 || isSkipped(date, calendar.zone)) return [];
  return joined(
    intervals.map(({ from, to }) => ({
      open: instantOf(date, from, calendar.zone, 'compatible'),
      close: instantOf(date, to, calendar.zone, 'later'),
    })),
  );
}

function intervalsOn(day: number, calendar: Calendar): Interval[] {
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon';
  return knownOf(calendar).exceptions.get(dateOf(day)) ?? calendar.week[weekday];
}

/** True when the last interval goes past midnight: a change of the clocks can stretch it further. */
function isNight(day: number, calendar: Calendar): boolean {
  return (intervalsOn(day, calendar).at(-1)?.to ?? '') > '24:00';
}

function openingsAfter(day: number, calendar: Calendar): number[] {
  return [1, 2].flatMap((later) => spansOfDay(day + later, calendar)[0]?.open ?? []);
}

/** In order, empty ones dropped and overlapping ones joined: a gap can push one into the next. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  const ordered = spans.filter(({ open, close }) => open < close).sort((a, b) => a.open - b.open);
  for (const span of ordered) {
    const last = result.at(-1);
    if (last && span.open < last.close) last.close = Math.max(last.close, span.close);
    else result.push(span);
  }
  return result;
}

/**
 * Working time after an instant, in order and without overlaps; the first span is cut at it.
 * @throws NoWorkingTimeError after 4,000 days without any
 */
export function* spansAfter(instant: number, calendar: Calendar): Generator<Span, never> {
  let cursor = instant;
  let day = dayOf(instant, calendar.zone) - reach;
  for (let empty = 0; empty <= emptyDaysLimit; empty += 1, day += 1) {
    for (const { open, close } of spansOn(day, calendar)) {
      if (close <= cursor) continue;
      yield { open: Math.max(open, cursor), close };
      cursor = close;
      empty = 0;
    }
  }
  throw new NoWorkingTimeError(calendar.zone, instant);
}

/**
 * Working time before an instant, latest first and without overlaps; the first span is cut at it.
 * @throws NoWorkingTimeError after 4,000 days without any
 */
export function* spansBefore(instant: number, calendar: Calendar): Generator<Span, never> {
  let cursor = instant;
  let day = dayOf(instant, calendar.zone);
  for (let empty = 0; empty <= emptyDaysLimit; empty += 1, day -= 1) {
    for (const { open, close } of spansOn(day, calendar).toReversed()) {
      if (open >= cursor) continue;
      yield { open, close: Math.min(close, cursor) };
      cursor = open;
      empty = 0;
    }
  }
  throw new NoWorkingTimeError(calendar.zone, instant);
}

/**
 * The days that have working time, from a local day on (`step` 1) or back (`step` -1), each from
 * its first opening to its last closing.
 * @throws NoWorkingTimeError after 4,000 days without any
 */
export function* businessDays(
  from: number,
  step: 1 | -1,
  calendar: Calendar,
): Generator<Span, never> {
  let day = from;
  for (let empty = 0; empty <= emptyDaysLimit; empty += 1, day += step) {
    const spans = spansOn(day, calendar);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) continue;
    yield { open: first.open, close: last.close };
    empty = 0;
  }
  throw new NoWorkingTimeError(calendar.zone, from * msPerDay);
}
