import { Temporal } from 'temporal-polyfill';
import { parseDuration, type Duration } from '../duration.ts';

/** Epoch ms of '2026-03-27 16:00', local in Warsaw or another zone. */
export function at(local: string, zone = 'Europe/Warsaw'): number {
  return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone)
    .epochMilliseconds;
}

/** '2026-03-30 10:00+02:00' of an instant, local in Warsaw or another zone. */
export function shown(instant: number, zone = 'Europe/Warsaw'): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString().slice(0, 5)}${local.offset}`;
}

/** Reads '2bh'. @throws Error when it is no duration */
export function duration(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed) throw new Error(`not a duration: ${text}`);
  return parsed;
}
