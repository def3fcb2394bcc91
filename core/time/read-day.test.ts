import { describe, expect, it } from 'vitest';
import { readDay, writesMonthFirst, type DayRead } from './read-day.ts';

function shown(read: DayRead): string {
  if (read.kind === 'ambiguous') return `?${read.days.join('|')}`;
  if (read.kind === 'day') return read.day;
  return read.kind === 'none' ? '-' : '';
}

/** `?a|b` is asked, the writer's habit first: the first column for en-US, the second for others. */
const rows: [text: string, monthFirst: string, others?: string][] = [
  ['', ''],
  ['  ', ''],
  ['2026-12-31', '2026-12-31'],
  ['2026-4-3', '2026-04-03'],
  ['2026/04/03', '2026-04-03'],
  ['2026.04.03', '2026-04-03'],
  ['31.12.2026', '2026-12-31'],
  ['31.12.26', '2026-12-31'],
  ['31. 12. 2026', '2026-12-31'],
  ['3.4.2026', '2026-04-03'],
  ['31/12/2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['31-12-2026', '2026-12-31'],
  ['31 12 2026', '2026-12-31'],
  ['4/4/2026', '2026-04-04'],
  ['3/4/2026', '?2026-03-04|2026-04-03', '?2026-04-03|2026-03-04'],
  ['3-4-2026', '?2026-03-04|2026-04-03', '?2026-04-03|2026-03-04'],
  ['3 4 2026', '?2026-03-04|2026-04-03', '?2026-04-03|2026-03-04'],
  ['3/4/26', '?2026-03-04|2026-04-03', '?2026-04-03|2026-03-04'],
  ['Fri 3/4/2026', '2026-04-03'],
  ['26-12-31', '?2031-12-26|2026-12-31'],
  ['31.12.85', '?1985-12-31|2085-12-31'],
  ['31 Dec 2026', '2026-12-31'],
  ['31 December 26', '2026-12-31'],
  ['Thu 31 Dec 2026', '2026-12-31'],
  ['Thursday, 31 Dec 2026', '2026-12-31'],
  ['Dec 31, 2026', '2026-12-31'],
  ['31. Dezember 2026', '2026-12-31'],
  ['Do 31. Dez. 2026', '2026-12-31'],
  ['Donnerstag, 31.12.2026', '2026-12-31'],
  ['31 grudnia 2026', '2026-12-31'],
  ['czw. 31 gru 2026', '2026-12-31'],
  ['3. März 2026', '2026-03-03'],
  ['31-Dec-2026', '2026-12-31'],
  ['29.2.28', '2028-02-29'],
  ['31.2.26', '-'],
  ['29.2.2026', '-'],
  ['13/13/2026', '-'],
  ['12.31.2026', '-'],
  ['31.12.3026', '-'],
  ['Mon 31 Dec 2026', '-'],
  ['tomorrow-ish', '-'],
  ['tomorrow 31.12.2026', '-'],
  ['31.12.', '-'],
  ['31 Dec', '-'],
  ['31.12.026', '-'],
  ['31122026', '-'],
  ['0.1.2026', '-'],
];

describe('a day as people write it', () => {
  it.each(rows)('%j is read as %s', (text, first, others = first) => {
    expect(shown(readDay(text, writesMonthFirst('en-US')))).toBe(first);
    for (const locale of ['en-GB', 'pl', 'de']) {
      expect(shown(readDay(text, writesMonthFirst(locale))), locale).toBe(others);
    }
  });

  it.each([
    ['31.2.26', 'February 2026 has 28 days.'],
    ['12.31.2026', 'There is no month 31.'],
    ['31.12.3026', 'Years go from 1900 to 2199.'],
    ['Mon 31 Dec 2026', '2026-12-31 is a Thursday.'],
    ['31.12.', 'This day has no year.'],
    ['tomorrow-ish', 'This is not a day.'],
  ])('%j: it says why that is no day, and how one is written', (text, why) => {
    const how = 'Write a day such as 2026-12-31, 31.12.2026 or 31 Dec 2026.';
    expect(readDay(text, false)).toEqual({ kind: 'none', why: `${why} ${how}` });
  });

  it('only some locales write the month first', () => {
    expect(['en-US', 'en-GB', 'pl', 'de'].map(writesMonthFirst)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
