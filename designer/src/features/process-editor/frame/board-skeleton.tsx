import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './frame.module.css';

const WAIT_MS = 200;
const columns = [3, 5, 4, 2];

/** Stages first: what stands there while a process loads, after 200 ms. */
export function BoardSkeleton() {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.skeleton} role="status" aria-label="The process is loading">
      {visible &&
        columns.map((cards, index) => (
          <div key={index} className={styles.column}>
            <Skeleton height={20} width="70%" />
            <Skeleton height={12} width="40%" />
            {Array.from({ length: cards }, (_, card) => (
              <Skeleton key={card} height={56} />
            ))}
          </div>
        ))}
    </div>
  );
}
