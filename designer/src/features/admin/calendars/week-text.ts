import { weekdays, type Calendar, type Interval, type Weekday } from '#core/time/calendar.ts';

export const dayNames: Record<Weekday, string> = {
  mon: 'Mon',
  tue: 'Tue',
  wed: 'Wed',
  thu: 'Thu',
  fri: 'Fri',
  sat: 'Sat',
  sun: 'Sun',
};

/** '09:00–12:00, 13:00–17:00'; '' when closed. */
export function intervalsText(intervals: Interval[]): string {
  return intervals.map(({ from, to }) => `${from}–${to}`).join(', ');
}

/**
 * Reads what `intervalsText` writes; hyphens and single-digit hours are taken too. Pieces that are
 * no interval are kept as they are: the calendar's schema names them.
 */
export function parseIntervals(text: string): Interval[] {
  return text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => {
      const [from = '', to = ''] = piece.split(/\s*[–-]\s*/);
      return { from: padded(from), to: padded(to) };
    });
}

function padded(time: string): string {
  const [hour = '', minute = '00'] = time.trim().split(':');
  return /^\d{1,2}$/.test(hour) ? `${hour.padStart(2, '0')}:${minute}` : time;
}

/** 'Mon–Fri 09:00–17:00': days in a row with the same intervals stand together. */
export function describeWeek(week: Calendar['week']): string {
  const runs: { first: Weekday; last: Weekday; text: string }[] = [];
  for (const day of weekdays) {
    const text = intervalsText(week[day]);
    const run = runs.at(-1);
    if (run?.text === text) run.last = day;
    else runs.push({ first: day, last: day, text });
  }
  const open = runs.filter((run) => run.text !== '');
  if (open.length === 0) return 'no working time';
  return open
    .map(({ first, last, text }) =>
      first === last
        ? `${dayNames[first]} ${text}`
        : `${dayNames[first]}–${dayNames[last]} ${text}`,
    )
    .join('; ');
}
