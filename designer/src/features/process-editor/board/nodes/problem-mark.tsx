import type { ProblemCount } from '../../state/problem-store.ts';
import styles from '../board.module.css';

function label({ errors, warnings }: ProblemCount): string {
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ];
  return parts.join(', ');
}

/** The same mark on card, header and spine; red for errors, amber for warnings alone. */
export function ProblemMark({ count, inline }: { count: ProblemCount; inline?: boolean }) {
  if (count.errors + count.warnings === 0) return null;
  return (
    <b
      role="img"
      aria-label={label(count)}
      title={label(count)}
      className={styles.mark}
      data-warning={count.errors === 0}
      data-inline={inline === true}
    >
      !
    </b>
  );
}
