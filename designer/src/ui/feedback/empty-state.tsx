import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import type { IconType } from '../state-chip.tsx';

interface EmptyStateProps {
  icon: IconType;
  title: string;
  /** What is true, then what to do. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** Nothing to show, said as a fact with one next act. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon size={16} aria-hidden />
      </span>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
