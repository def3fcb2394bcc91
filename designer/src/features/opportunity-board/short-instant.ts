import { formatInstant, formatTime } from '../../lib/format-time.ts';

const DAY_MS = 86_400_000;

/** An instant for a narrow card: `17:00` today, `Fri 10:44` within six days, else the day alone, `Wed 25 Nov`. */
export function shortInstant(at: string, now: Date = new Date()): string {
  const [day = '', ...rest] = formatInstant(at, now).split(' ');
  if (day === 'today') return formatTime(at);
  if (rest.length === 1) return `${day} ${rest[0]}`;
  const ahead = new Date(at).getTime() - now.getTime();
  if (ahead > 0 && ahead < 6 * DAY_MS) return `${day} ${formatTime(at)}`;
  return [day, ...rest.slice(0, -1)].join(' ');
}
