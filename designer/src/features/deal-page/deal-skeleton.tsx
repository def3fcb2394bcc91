import { Skeleton } from '@mantine/core';
import styles from './deal-page.module.css';

export function DealSkeleton() {
  return (
    <div className={styles.scroll} role="status" aria-label="Loading the deal">
      <Skeleton h={130} radius={0} />
      <div className={styles.columns}>
        <div>
          <Skeleton h={160} radius={8} />
          <Skeleton h={240} radius={8} />
        </div>
        <div>
          <Skeleton h={220} radius={8} />
          <Skeleton h={120} radius={8} />
        </div>
      </div>
    </div>
  );
}
