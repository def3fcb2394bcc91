import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, orpc } from '../../lib/api-client.ts';
import { Instant } from '../../ui/instant.tsx';
import { Panel } from '../../ui/panel.tsx';
import { showError, showToast } from '../../ui/feedback/toast.tsx';

type Status = Awaited<ReturnType<typeof api.status.status>>;
type Row = Status['setAside'][number];

/** What could not be sent or started: cause, since when, and what to do; nothing where all goes well. */
export function SetAsidePanel({ rows }: { rows: Row[] }) {
  if (rows.length === 0) return null;
  return (
    <Panel title="Set aside" meta="these rest, all others go on" tone="danger" padded={false}>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Deal</th>
            <th scope="col">Cause</th>
            <th scope="col">Since</th>
            <th scope="col">What to do</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SetAside key={`${row.kind}:${row.ref}`} row={row} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function SetAside({ row }: { row: Row }) {
  return (
    <tr>
      <td>
        <b>{row.what}</b>
      </td>
      <td>
        {row.deal && (
          <Link className="link" to="/deals/$dealId" params={{ dealId: row.deal.id }}>
            {row.deal.name}
          </Link>
        )}
      </td>
      <td className="soft">{row.cause}</td>
      <td>
        <Instant at={row.since} />
      </td>
      <td>
        <p className="soft">{row.remedy}</p>
        {row.nextAt !== null && <Retry row={row} />}
      </td>
    </tr>
  );
}

function Retry({ row: { kind, ref, what } }: { row: Row }) {
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => api.status.retry({ kind, ref }),
    onSuccess: () => showToast({ tone: 'ok', title: `${what} is tried again` }),
    onError: (error) => showError(error, 'Nothing was changed'),
    onSettled: () => client.invalidateQueries({ queryKey: orpc.status.key() }),
  });
  return (
    <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
      Retry
    </Button>
  );
}
