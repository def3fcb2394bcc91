import { Skeleton } from '@mantine/core';
import styles from './list-skeleton.module.css';

/** Rows that stand for a list under way; they appear only after 200 ms. */
export function ListSkeleton(props: { rows?: number; label?: string }) {
  const { rows = 4, label = 'Loading' } = props;
  return (
    <div className={styles.list} role="status" aria-busy="true" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <Skeleton height={12} animate={false} />
          <span className={styles.lines}>
            <Skeleton height={10} width={`${60 - ((row * 13) % 25)}%`} animate={false} />
            <Skeleton height={8} width="34%" animate={false} />
          </span>
          <Skeleton height={10} animate={false} />
          <Skeleton height={10} animate={false} />
        </div>
      ))}
    </div>
  );
}
