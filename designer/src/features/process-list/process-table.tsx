import { Button } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { processListItem } from '#api/contract/processes.ts';
import { useSession } from '../../lib/session.ts';
import { Instant } from '../../ui/instant.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import styles from './process-list.module.css';

type ProcessListItem = ReturnType<typeof processListItem.parse>;

function Version({ item }: { item: ProcessListItem }) {
  if (item.stands)
    return (
      <StateChip tone="hold" icon={IconPlayerPause}>
        paused
      </StateChip>
    );
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

interface ProcessRowProps {
  item: ProcessListItem;
  /** Absent for those who may not. */
  onPause: ((item: ProcessListItem) => void) | undefined;
}

function ProcessRow({ item, onPause }: ProcessRowProps) {
  const navigate = useNavigate();
  const params = { processKey: item.key };
  return (
    <tr
      className={styles.row}
      onClick={() => void navigate({ to: '/processes/$processKey', params })}
    >
      <td className={`mono ${styles.whole}`}>{item.key}</td>
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
      <td className={styles.whole}>
        <Instant at={item.draftAt} />
        {item.draftBy && <span className={`meta ${styles.by}`}>by {item.draftBy.name}</span>}
      </td>
      {onPause && (
        <td className="num">
          {item.liveVersion !== null && (
            <Button
              size="xs"
              variant="subtle"
              aria-label={`${item.stands ? 'Resume' : 'Pause'} ${item.name}`}
              onClick={(event) => {
                event.stopPropagation();
                onPause(item);
              }}
            >
              {item.stands ? 'Resume…' : 'Pause…'}
            </Button>
          )}
        </td>
      )}
    </tr>
  );
}

/** One row for each process; a row opens it. */
export function ProcessTable({ items }: { items: readonly ProcessListItem[] }) {
  const { person } = useSession();
  const [pausing, setPausing] = useState<ProcessListItem>();
  const mayPause = person.role === 'admin' || person.role === 'ops';
  return (
    <>
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
            {mayPause && (
              <th>
                <span className="sr">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ProcessRow key={item.key} item={item} onPause={mayPause ? setPausing : undefined} />
          ))}
        </tbody>
      </table>
      {pausing && <PauseDialog process={pausing} onClose={() => setPausing(undefined)} />}
    </>
  );
}
