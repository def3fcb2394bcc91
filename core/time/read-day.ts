import { monthNumber, weekdayNames, weekdayNumber } from './day-names.ts';
import { dayWays, type DayWay } from './day-ways.ts';

/** What somebody wrote as a day: read, empty, none, or readable in several ways. */
export type DayRead =
  | { kind: 'empty' }
  /** 'YYYY-MM-DD'. */
  | { kind: 'day'; day: string }
  /** `3/4/2026` is the third of April or the fourth of March; the writer's habit comes first. */
  | { kind: 'ambiguous'; days: string[] }
  | { kind: 'none'; why: string };

const how = 'Write a day such as 2026-12-31, 31.12.2026 or 31 Dec 2026.';
const none = (what: string): DayRead => ({ kind: 'none', why: `${what} ${how}` });
const [FIRST_YEAR, LAST_YEAR] = [1900, 2199];
const weekdayOf = (day: string) => new Date(day).getUTCDay();

/** True where a locale writes the month before the day: en-US, not en-GB, pl or de. */
export function writesMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(new Date(0));
  const at = (type: string) => parts.findIndex((part) => part.type === type);
  return at('month') < at('day');
}

/**
 * Reads a day as people write it, typed or pasted: `2026-12-31`, `31.12.26`, `31/12/2026`,
 * `31 Dec 2026`, `Dec 31, 2026`, a weekday before it. What could mean two days is not guessed: a locale
 * says how a browser is set up, not who wrote the text. With dots the day comes first.
 */
export function readDay(text: string, monthFirst: boolean): DayRead {
  const bare = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(\d)\. (?=\d)/g, '$1.');
  if (bare === '') return { kind: 'empty' };
  const [, word, rest = bare] = /^(\p{L}{2,12})[.,]* ?(?=\d)(.*)$/u.exec(bare) ?? [];
  if (word === undefined || monthNumber(word) !== undefined) return readDate(bare, monthFirst);
  const weekday = weekdayNumber(word);
  return weekday === undefined ? none('This is not a day.') : readDate(rest, monthFirst, weekday);
}

function readDate(text: string, monthFirst: boolean, weekday?: number): DayRead {
  const ways = dayWays(text, monthFirst);
  const wrong = ways.map(wrongWith);
  const days = [...new Set(ways.filter((_way, index) => wrong[index] === undefined).map(isoOf))];
  const [first] = days;
  if (first === undefined) return none(wrong[0] ?? notDay(text));
  const fitting = days.filter((day) => weekday === undefined || weekdayOf(day) === weekday);
  const [only, ...others] = fitting;
  if (only === undefined) return none(`${first} is a ${weekdayNames[weekdayOf(first)]}.`);
  return others.length === 0 ? { kind: 'day', day: only } : { kind: 'ambiguous', days: fitting };
}

function notDay(text: string): string {
  const hasNoYear = /^\d{1,2}[./ -]*(\d{1,2}|\p{L}{3,12})\.?$/u.test(text);
  return hasNoYear && /\D/.test(text) ? 'This day has no year.' : 'This is not a day.';
}

function wrongWith({ year, month, day }: DayWay): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return `Years go from ${FIRST_YEAR} to ${LAST_YEAR}.`;
  if (month < 1 || month > 12) return `There is no month ${month}.`;
  const last = new Date(Date.UTC(year, month, 0));
  if (day >= 1 && day <= last.getUTCDate()) return undefined;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(last);
  return `${name} ${year} has ${last.getUTCDate()} days.`;
}

function isoOf({ year, month, day }: DayWay): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
