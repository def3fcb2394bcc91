import { minutesOf, weekdays, type Calendar } from '../calendar.ts';

const minute = 60_000;
const day = 1_440 * minute;
const quarter = 15 * minute;

/**
 * Business time the slow way: marks every minute of a window as working or not, with the zone's
 * offsets asked from Intl alone, and counts. Instants must be whole minutes.
 */
export class MinuteOracle {
  private readonly from: number;
  private readonly working: Uint8Array;
  private readonly days: { open: number; close: number }[] = [];

  constructor(calendar: Calendar, from: number, to: number) {
    this.from = from;
    this.working = new Uint8Array((to - from) / minute);
    for (let local = Math.floor(from / day) * day - 2 * day; local < to + day; local += day)
      this.markDay(calendar, local);
  }

  private markDay(calendar: Calendar, local: number): void {
    const date = new Date(local);
    const name = weekdays[(date.getUTCDay() + 6) % 7] ?? 'mon';
    const iso = date.toISOString().slice(0, 10);
    const exception = calendar.exceptions.find((one) => one.date === iso);
    const spans = (exception?.intervals ?? calendar.week[name])
      .map(({ from, to }) => ({
        open: instantOf(local + minutesOf(from) * minute, calendar.zone, 'first'),
        close: instantOf(local + minutesOf(to) * minute, calendar.zone, 'last'),
      }))
      .filter(({ open, close }) => open < close);
    for (const { open, close } of spans)
      for (let at = open; at < close; at += minute) this.working[(at - this.from) / minute] = 1;
    if (spans.length > 0)
      this.days.push({
        open: Math.min(...spans.map(({ open }) => open)),
        close: Math.max(...spans.map(({ close }) => close)),
      });
  }

  isWorking(instant: number): boolean {
    return this.working[(instant - this.from) / minute] === 1;
  }

  workedMinutes(from: number, to: number): number {
    let count = 0;
    for (let at = from; at < to; at += minute) if (this.isWorking(at)) count += 1;
    return count;
  }

  /** Undefined when the window ends first. */
  minutesAfter(start: number, minutes: number): number | undefined {
    const end = this.from + this.working.length * minute;
    let left = minutes;
    for (let at = start; at < end; at += minute)
      if (this.isWorking(at) && --left === 0) return at + minute;
    return undefined;
  }

  minutesBefore(due: number, minutes: number): number | undefined {
    let left = minutes;
    for (let at = due - minute; at >= this.from; at -= minute)
      if (this.isWorking(at) && --left === 0) return at;
    return undefined;
  }

  closeOfDayAfter(start: number, n: number): number | undefined {
    return this.days.filter(({ open }) => open > start)[n - 1]?.close;
  }

  openingOfDayBefore(due: number, n: number): number | undefined {
    return this.days.filter(({ close }) => close <= due).at(-n)?.open;
  }
}

/** Local wall-clock time (as if it were UTC) to its instant; in a gap with the offset before it. */
function instantOf(wall: number, zone: string, which: 'first' | 'last'): number {
  const offsets = new Set<number>();
  for (let at = wall - 16 * 60 * minute; at <= wall + 16 * 60 * minute; at += 60 * minute)
    offsets.add(offsetAt(at, zone));
  const found = [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === wall)
    .sort((a, b) => a - b);
  const chosen = which === 'first' ? found[0] : found.at(-1);
  return chosen ?? wall - Math.min(...offsets);
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsetsOf = new Map<string, Map<number, number>>();

/** Offset in ms; the zones of the tests change it at quarters of an hour only. */
function offsetAt(instant: number, zone: string): number {
  const at = Math.floor(instant / quarter) * quarter;
  const offsets = offsetsOf.get(zone) ?? new Map<number, number>();
  offsetsOf.set(zone, offsets);
  let offset = offsets.get(at);
  if (offset === undefined) {
    const parts = Object.fromEntries(
      formatOf(zone)
        .formatToParts(at)
        .map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>;
    const { year = 0, month = 0, day: date = 0, hour = 0, minute: minutes = 0 } = parts;
    offset = Date.UTC(year, month - 1, date, hour, minutes) - at;
    offsets.set(at, offset);
  }
  return offset;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
