/** In ISO order: Monday is first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/**
 * Local working time 'HH:MM'–'HH:MM' of the day it begins on. `to` may go past midnight, up to
 * 48:00: a night shift is 22:00–30:00.
 */
export interface Interval {
  from: string;
  to: string;
}

/** Replaces the intervals that begin on one date; none = closed (a holiday). */
export interface CalendarException {
  /** 'YYYY-MM-DD' */
  date: string;
  intervals: Interval[];
  name?: string | undefined;
}

/** When a department or the organisation works. Intervals of a day are in order and apart. */
export interface Calendar {
  /** IANA time zone, such as Europe/Warsaw. */
  zone: string;
  week: Record<Weekday, Interval[]>;
  exceptions: CalendarException[];
  /** Stored with every due instant that was computed with it. */
  revision: number;
}

/** Minutes after midnight of an 'HH:MM'; up to 2,880 for 48:00. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
