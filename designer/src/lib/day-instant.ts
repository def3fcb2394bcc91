const pad = (value: number) => String(value).padStart(2, '0');

/** The instant at which a day 'YYYY-MM-DD' begins in the reader's zone, ISO 8601 in UTC. */
export function startOfDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).toISOString();
}

/** The day 'YYYY-MM-DD' of an instant in the reader's zone, or some days later. */
export function dayOf(at: string | Date, later = 0): string {
  const date = new Date(at);
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + later);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/** True on the reader's own day. */
export function isToday(at: string | Date, now: Date = new Date()): boolean {
  return dayOf(at) === dayOf(now);
}
