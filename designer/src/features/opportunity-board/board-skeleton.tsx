import { Skeleton } from '@mantine/core';
import styles from './board.module.css';

const columns = [4, 3, 5, 2, 3, 2];

export function BoardSkeleton() {
  return (
    <div
      className={styles.columns}
      style={{ ['--columns' as string]: columns.length }}
      role="status"
      aria-label="Loading the opportunities"
    >
      {columns.map((cards, column) => (
        <div key={column} className={styles.column}>
          <header>
            <Skeleton h={20} w="70%" />
            <Skeleton h={16} w="50%" />
          </header>
          <ul className={styles.cards}>
            {Array.from({ length: cards }, (_, card) => (
              <li key={card}>
                <Skeleton h={132} radius={8} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
