import type { ComponentType, ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'neutral' | 'accent' | 'danger' | 'warn' | 'ok' | 'hold' | 'line';

/** An icon of @tabler/icons-react. */
export type IconType = ComponentType<{
  size?: number | string;
  stroke?: number | string;
  'aria-hidden'?: boolean;
}>;

/** A state in one or two words; the colour never stands alone. */
export function StateChip(props: { tone?: Tone; icon?: IconType; children: ReactNode }) {
  const { tone = 'neutral', icon: Icon, children } = props;
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </span>
  );
}
