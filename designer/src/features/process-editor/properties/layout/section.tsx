import { useId, type ReactNode } from 'react';
import styles from '../panel.module.css';

interface SectionProps {
  title: string;
  meta?: ReactNode;
  /** At the right of the title: a link or an icon button. */
  action?: ReactNode;
  /** Path that a problem of the section as a whole names. */
  path?: string;
  children?: ReactNode;
}

/** One group of the property panel, with its heading. */
export function Section({ title, meta, action, path, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id} data-path={path} tabIndex={-1}>
      <h2>
        <span id={id}>{title}</span>
        {meta !== undefined && <span className={styles.meta}>{meta}</span>}
        {action !== undefined && <span className={styles.action}>{action}</span>}
      </h2>
      {children !== undefined && <div className={styles.stack}>{children}</div>}
    </section>
  );
}
