const pad = (value: number) => String(value).padStart(2, '0');

function dayAfter(now: Date, days: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}

/** The first and the last day, 'YYYY-MM-DD', until which a deal can be held (E19). */
export const soonestHold = (now: Date): string => dayAfter(now, 1);
export const latestHold = (now: Date): string => dayAfter(now, 180);

/** The instant at which a day begins in the reader's zone, ISO 8601 in UTC. */
export function holdUntil(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).toISOString();
}
