import { IconBell } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import styles from './bell-button.module.css';

interface BellButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  unread: number;
  /** 36 px for the narrow navigation, else 28 px. */
  compact: boolean;
}

/** The bell with the count of unread notices; fits as the target of a Popover. */
export function BellButton({ unread, compact, className, ...button }: BellButtonProps) {
  const label = unread === 0 ? 'Notices' : `Notices, ${unread} unread`;
  const classes = `${styles.bell} ${compact ? styles.compact : ''} ${className ?? ''}`;
  return (
    <button type="button" aria-label={label} {...button} className={classes}>
      <IconBell size={16} aria-hidden />
      {unread > 0 && (
        <span className={styles.dot} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </button>
  );
}
