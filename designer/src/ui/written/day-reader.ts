import { readDay } from '#core/time/read-day.ts';
import { formatDayFully } from '../../lib/format-time.ts';
import { readerMonthFirst } from '../../lib/reader-locale.ts';
import type { Meaning, Reader } from './reader.ts';

interface DayBounds {
  /** 'YYYY-MM-DD', both included. */
  minDate?: string | undefined;
  maxDate?: string | undefined;
}

/** Reads days 'YYYY-MM-DD' by the one reader of days. */
export function dayReader(bounds: DayBounds): Reader<string> {
  return {
    read: (text) => meaningOf(text, bounds),
    write: formatDayFully,
    words: formatDayFully,
  };
}

function meaningOf(text: string, bounds: DayBounds): Meaning<string> {
  const read = readDay(text, readerMonthFirst());
  if (read.kind === 'empty') return read;
  if (read.kind === 'none') return { kind: 'wrong', why: read.why };
  const days = read.kind === 'day' ? [read.day] : read.days;
  const choices = days.filter((day) => isWithin(day, bounds));
  const [first] = choices;
  if (first === undefined) return { kind: 'wrong', why: outside(bounds) };
  return read.kind === 'day' ? { kind: 'taken', value: first } : { kind: 'ask', choices };
}

function isWithin(day: string, { minDate, maxDate }: DayBounds): boolean {
  return (minDate === undefined || day >= minDate) && (maxDate === undefined || day <= maxDate);
}

function outside({ minDate, maxDate }: DayBounds): string {
  const from = minDate === undefined ? '' : ` from ${formatDayFully(minDate)}`;
  const to = maxDate === undefined ? '' : ` to ${formatDayFully(maxDate)}`;
  return `Choose a day${from}${to}.`;
}
