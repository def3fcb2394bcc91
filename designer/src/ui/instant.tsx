import { formatInstant, formatInstantFully } from '../lib/format-time.ts';

/** An ISO instant in the reader's zone: `today 17:00`, `Fri 18 Sep 10:44`. */
export function Instant(props: { at: string | null | undefined }) {
  const { at } = props;
  if (at === null || at === undefined) return <span className="mute">—</span>;
  return (
    <time dateTime={at} title={formatInstantFully(at)}>
      {formatInstant(at)}
    </time>
  );
}
