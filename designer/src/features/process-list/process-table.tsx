import { Link, useNavigate } from '@tanstack/react-router';
import type { processListItem } from '#api/contract/processes.ts';
import { Instant } from '../../ui/instant.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import styles from './process-list.module.css';

type ProcessListItem = ReturnType<typeof processListItem.parse>;

function Version({ item }: { item: ProcessListItem }) {
  if (item.liveVersion === null) return <StateChip tone="neutral">not published</StateChip>;
  return (
    <span className="row">
      <StateChip tone="ok">v{item.liveVersion}</StateChip>
      <span className="meta">
        <Instant at={item.publishedAt} />
      </span>
    </span>
  );
}

function ProcessRow({ item }: { item: ProcessListItem }) {
  const navigate = useNavigate();
  const params = { processKey: item.key };
  return (
    <tr
      className={styles.row}
      onClick={() => void navigate({ to: '/processes/$processKey', params })}
    >
      <td className="mono">{item.key}</td>
      <td>
        <Link
          to="/processes/$processKey"
          params={params}
          className={styles.name ?? ''}
          onClick={(event) => event.stopPropagation()}
        >
          {item.name}
        </Link>
        <span className={`meta cut ${styles.stages}`}>
          {item.stages.map((stage) => stage.name).join(' → ') || 'no stages yet'}
        </span>
      </td>
      <td>
        <Version item={item} />
      </td>
      <td>{item.changed && <StateChip tone="accent">draft differs</StateChip>}</td>
      <td className="num">{item.openDeals}</td>
      <td className="num">
        {item.overdueDeals > 0 ? <b className="danger">{item.overdueDeals} overdue</b> : '0'}
      </td>
      <td>
        <Instant at={item.draftAt} />
        {item.draftBy && <span className="meta"> by {item.draftBy.name}</span>}
      </td>
    </tr>
  );
}

/** One row for each process; a row opens it. */
export function ProcessTable({ items }: { items: readonly ProcessListItem[] }) {
  return (
    <table className={`rows ${styles.table}`}>
      <thead>
        <tr>
          <th>Key</th>
          <th>Process</th>
          <th>Live</th>
          <th>Draft</th>
          <th className="num">Open deals</th>
          <th className="num">Overdue</th>
          <th>Draft saved</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ProcessRow key={item.key} item={item} />
        ))}
      </tbody>
    </table>
  );
}
