import { IconLock } from '@tabler/icons-react';
import { moneyText } from '#core/money/money-text.ts';
import styles from './money.module.css';

interface MoneyProps {
  /** An integer of minor units (grosz, cent). */
  minor: number | null | undefined;
  currency: string;
  /** True when the reader's role may not see the value: a lock and a word, never a blank. */
  hidden?: boolean;
}

export function Money({ minor, currency, hidden = false }: MoneyProps) {
  if (hidden) {
    return (
      <span className={styles.hidden} title="Hidden for your role">
        <IconLock size={14} aria-hidden />
        hidden
      </span>
    );
  }
  if (minor === null || minor === undefined) return <span className="mute">—</span>;
  return <span>{moneyText(minor, currency)}</span>;
}
