import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from '../panel.module.css';

interface AddButtonProps {
  onClick: () => void;
  disabled?: boolean;
  /** What it says: `Add` unless the list stands among others. */
  children?: ReactNode;
}

/** The small button that adds an entry to a list. */
export function AddButton({ onClick, disabled = false, children = 'Add' }: AddButtonProps) {
  return (
    <Button
      className={styles.add ?? ''}
      size="compact-xs"
      variant="subtle"
      leftSection={<IconPlus size={14} stroke={1.5} />}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
