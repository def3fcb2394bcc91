import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api-client.ts';
import { readerZone } from '../../lib/reader-zone.ts';
import { formatMillions } from './format-millions.ts';

/** Count and sums of all open deals, whatever the filters show. */
export function BoardSummary({ process }: { process: string }) {
  const { data } = useQuery(
    orpc.deals.board.queryOptions({ input: { process, zone: readerZone() } }),
  );
  if (!data) return null;
  return (
    <span>
      <b>{data.openDeals}</b> open, <b>{formatMillions(data.sumMinor, data.currency)}</b>,{' '}
      {formatMillions(data.weightedMinor, data.currency)} weighted
    </span>
  );
}
