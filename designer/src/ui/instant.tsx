import { formatInstant, formatInstantFully } from '../lib/format-time.ts';
import { otherZone } from '../lib/reader-zone.ts';

interface InstantProps {
  /** ISO 8601. */
  at: string | null | undefined;
  /** Of the calendar that measures it: named where it is not the reader's. */
  zone?: string | null;
}

/** An instant in the reader's zone: `today 17:00`, `Fri 18 Sep 10:44 (calendar: Europe/Warsaw)`. */
export function Instant({ at, zone }: InstantProps) {
  if (at === null || at === undefined) return <span className="mute">—</span>;
  const other = otherZone(zone);
  const measured = other === undefined ? '' : `, measured by a calendar in ${other}`;
  return (
    <>
      <time dateTime={at} title={`${formatInstantFully(at)}${measured}`}>
        {formatInstant(at)}
      </time>
      {other !== undefined && <span className="mute"> (calendar: {other})</span>}
    </>
  );
}
