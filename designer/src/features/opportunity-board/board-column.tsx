import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import type { Board, DealCard as Card } from '#api/contract/deals.ts';
import { api } from '../../lib/api-client.ts';
import { readerZone } from '../../lib/reader-zone.ts';
import { showError } from '../../ui/feedback/toast.tsx';
import { DealCard } from './deal-card.tsx';
import { formatMillions } from './format-millions.ts';
import styles from './board.module.css';

interface BoardColumnProps {
  number: number;
  column: Board['columns'][number];
  currency: string;
  process: string;
  filter: { q?: string; owner?: string; due?: 'overdue' | 'today' };
  /** The one column with most overdue deals has a red rule. */
  bottleneck: boolean;
}

export function BoardColumn(props: BoardColumnProps) {
  const { number, column, currency, bottleneck } = props;
  const titleId = `stage-${column.stage}`;
  return (
    <section
      className={`${styles.column} ${bottleneck ? styles.hot : ''}`}
      aria-labelledby={titleId}
    >
      <header>
        <div className={styles.line}>
          <span className={styles.number} aria-hidden>
            {number}
          </span>
          <h2 id={titleId} className="cut" title={column.name}>
            {column.name}
          </h2>
          <span className="mute">{column.deals}</span>
        </div>
        <div className={styles.line}>
          <b className={styles.sum}>{formatMillions(column.sumMinor, currency)}</b>
          <span className={`meta cut ${styles.end}`}>
            {formatMillions(column.weightedMinor, currency)} weighted
          </span>
        </div>
        <div className={`${styles.line} meta`}>
          {column.deadline !== null && (
            <>
              <IconClock size={14} aria-hidden />
              <span className="cut">{column.deadline}</span>
            </>
          )}
          <span>{column.probability} %</span>
          <span className={`${styles.end} ${column.overdue > 0 ? 'danger' : ''}`}>
            {column.overdue > 0 ? `${column.overdue} overdue` : 'none overdue'}
          </span>
        </div>
      </header>
      <Cards {...props} key={`${column.deals}-${column.cards[0]?.id ?? ''}`} />
    </section>
  );
}

function Cards({ column, process, filter }: BoardColumnProps) {
  const [more, setMore] = useState<Card[]>([]);
  const [next, setNext] = useState(column.next);
  const [loading, setLoading] = useState(false);
  const load = async (cursor: string) => {
    setLoading(true);
    try {
      const page = await api.deals.list({
        process,
        zone: readerZone(),
        stage: column.stage,
        ...filter,
        cursor,
      });
      setMore((was) => [...was, ...page.items]);
      setNext(page.next);
    } catch (error) {
      showError(error, 'The other deals did not load');
    } finally {
      setLoading(false);
    }
  };
  return (
    <ul className={styles.cards}>
      {[...column.cards, ...more].map((card) => (
        <li key={card.id}>
          <DealCard card={card} />
        </li>
      ))}
      {next !== null && (
        <li>
          <Button
            variant="default"
            size="xs"
            fullWidth
            loading={loading}
            onClick={() => void load(next)}
          >
            Show more of {column.deals}
          </Button>
        </li>
      )}
    </ul>
  );
}
