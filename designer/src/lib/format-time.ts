const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY_MS = 86_400_000;

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Whole days between the local dates of two instants; daylight saving does not matter. */
function daysApart(date: Date, now: Date): number {
  const day = (value: Date) => Date.UTC(value.getFullYear(), value.getMonth(), value.getDate());
  return (day(date) - day(now)) / DAY_MS;
}

function dayText(date: Date, now: Date): string {
  const text = `${DAYS[date.getDay()]} ${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return date.getFullYear() === now.getFullYear() ? text : `${text} ${date.getFullYear()}`;
}

function nearDay(days: number): string | undefined {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  return days === -1 ? 'yesterday' : undefined;
}

/** The time of an instant in the reader's zone: `11:31`. */
export function formatTime(at: string | Date): string {
  const date = new Date(at);
  return `${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** An instant in the reader's zone: `today 17:00`, `tomorrow 09:00`, `Fri 18 Sep 10:44`. */
export function formatInstant(at: string | Date, now: Date = new Date()): string {
  const date = new Date(at);
  return `${nearDay(daysApart(date, now)) ?? dayText(date, now)} ${formatTime(date)}`;
}

/** An instant in full, for titles: `Fri 18 Sep 2026 10:44:05`. */
export function formatInstantFully(at: string | Date): string {
  const date = new Date(at);
  const day = `${DAYS[date.getDay()]} ${date.getDate()} ${MONTHS[date.getMonth()]}`;
  return `${day} ${date.getFullYear()} ${formatTime(date)}:${pad(date.getSeconds())}`;
}

/** A calendar day 'YYYY-MM-DD', in no zone: `Mon 21 Sep`, `today`. */
export function formatDay(day: string, now: Date = new Date()): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = new Date(year, month - 1, date);
  return nearDay(daysApart(local, now)) ?? dayText(local, now);
}

/** A calendar day in full, as its field writes it: `Mon 21 Sep 2026`. */
export function formatDayFully(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const local = new Date(year, month - 1, date);
  return `${DAYS[local.getDay()]} ${date} ${MONTHS[month - 1]} ${year}`;
}
