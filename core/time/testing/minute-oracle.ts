import { minutesOf, weekdays, type Calendar } from '../calendar.ts';
import { instantsOf, skips } from './wall-clock.ts';

const minute = 60_000;
const day = 1_440 * minute;

/**
 * Business time the slow way: marks every minute of a window as working or not, with the zone's
 * offsets asked from Intl alone, and counts marks. One mark a minute, so instants must be whole
 * minutes; every answer is undefined when the window ends first.
 */
export class MinuteOracle {
  private readonly from: number;
  /** The working minutes of the window, in order: instants at which they begin. */
  private readonly working: number[] = [];
  /** How many working minutes lie before each minute of the window. */
  private readonly before: Uint32Array;
  private readonly days: Span[] = [];

  constructor(calendar: Calendar, from: number, to: number) {
    this.from = from;
    const marks = new Uint8Array((to - from) / minute);
    for (const spans of daysBetween(calendar, from - 2 * day, to + day)) {
      for (const { open, close } of spans)
        for (let at = open; at < close; at += minute) marks[(at - from) / minute] = 1;
      if (spans.length > 0)
        this.days.push({
          open: Math.min(...spans.map(({ open }) => open)),
          close: Math.max(...spans.map(({ close }) => close)),
        });
    }
    this.before = new Uint32Array(marks.length + 1);
    for (let index = 0; index < marks.length; index += 1) {
      if (marks[index] === 1) this.working.push(from + index * minute);
      this.before[index + 1] = this.working.length;
    }
  }

  private workingBefore(instant: number): number | undefined {
    return this.before[(instant - this.from) / minute];
  }

  workedMinutes(from: number, to: number): number | undefined {
    const [first, last] = [this.workingBefore(from), this.workingBefore(Math.max(from, to))];
    return first === undefined || last === undefined ? undefined : last - first;
  }

  /** The end of the n-th working minute from `start` on; `start` itself when n is 0. */
  minutesAfter(start: number, n: number): number | undefined {
    if (n === 0) return start;
    const begun = this.working[(this.workingBefore(start) ?? NaN) + n - 1];
    return begun === undefined ? undefined : begun + minute;
  }

  /** The beginning of the n-th working minute, counted back from `due`. */
  minutesBefore(due: number, n: number): number | undefined {
    return this.working[(this.workingBefore(due) ?? NaN) - n];
  }

  closeOfDayAfter(start: number, n: number): number | undefined {
    return this.days.filter(({ open }) => open > start)[n - 1]?.close;
  }

  openingOfDayBefore(due: number, n: number): number | undefined {
    return this.days.filter(({ close }) => close <= due).at(-n)?.open;
  }
}

interface Span {
  open: number;
  close: number;
}

/** Each day's working time; a night ends where one of the next two days opens. */
function daysBetween(calendar: Calendar, from: number, to: number): Span[][] {
  const days: Span[][] = [];
  for (let local = Math.floor(from / day) * day; local < to; local += day)
    days.push(spansOf(calendar, local));
  return days.map((spans, index) => {
    const next = days.slice(index + 1, index + 3).flat();
    const end = Math.min(...next.map(({ open }) => open));
    return spans.map(({ open, close }) => ({ open, close: Math.min(close, end) }));
  });
}

function spansOf(calendar: Calendar, midnight: number): Span[] {
  if (skips(midnight, calendar.zone)) return [];
  const date = new Date(midnight);
  const name = weekdays[(date.getUTCDay() + 6) % 7] ?? 'mon';
  const iso = date.toISOString().slice(0, 10);
  const exception = calendar.exceptions.find((one) => one.date === iso);
  return (exception?.intervals ?? calendar.week[name])
    .map(({ from, to }) => ({
      open: instantsOf(midnight + minutesOf(from) * minute, calendar.zone).first,
      close: instantsOf(midnight + minutesOf(to) * minute, calendar.zone).last,
    }))
    .filter(({ open, close }) => open < close);
}
