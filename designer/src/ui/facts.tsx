import type { ReactNode } from 'react';
import styles from './facts.module.css';

interface FactsProps {
  items: { label: string; value: ReactNode }[];
  /** `row`: figures side by side; `list`: label left, value right. */
  layout?: 'row' | 'list';
}

export function Facts({ items, layout = 'list' }: FactsProps) {
  return (
    <dl className={styles[layout]}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
