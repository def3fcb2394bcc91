/**
 * A day as people type it → 'YYYY-MM-DD', or null when it is none: `2026-09-21`, `21.9.2026`,
 * `21/9/2026`, `21.9.26`, `21 Sep 2026`. Of two digits for the year the century is this one.
 */
export function parseDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const european = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})$/.exec(text.trim());
  if (european) return dayOf(yearOf(european[3]!), Number(european[2]), Number(european[1]));
  const named = /(\d{1,2})\.? +([a-z]{3})[a-z]*\.? +(\d{4}|\d{2})$/i.exec(text.trim());
  if (!named) return null;
  const month = 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf((named[2] ?? '').toLowerCase());
  return month < 0 ? null : dayOf(yearOf(named[3]!), month / 3 + 1, Number(named[1]));
}

function yearOf(written: string): number {
  return written.length === 2 ? 2000 + Number(written) : Number(written);
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exact = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exact ? date.toISOString().slice(0, 10) : null;
}
