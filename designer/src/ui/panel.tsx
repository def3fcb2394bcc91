import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  title?: ReactNode;
  /** After the title, small and grey. */
  meta?: ReactNode;
  icon?: ReactNode;
  /** At the right of the head. */
  actions?: ReactNode;
  tone?: 'plain' | 'warn' | 'danger' | 'accent';
  /** False when the content brings its own edges: a table, a list. */
  padded?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A card with a head of 40 px and a hairline. */
export function Panel(props: PanelProps) {
  const { title, meta, icon, actions, tone = 'plain', padded = true } = props;
  const titleId = useId();
  const classes = [styles.panel, tone === 'plain' ? '' : styles[tone], props.className ?? ''];
  return (
    <section
      className={classes.join(' ')}
      aria-labelledby={title === undefined ? undefined : titleId}
    >
      {title !== undefined && (
        <header className={styles.head}>
          {icon !== undefined && <span className={styles.icon}>{icon}</span>}
          <h2 id={titleId}>{title}</h2>
          {meta !== undefined && <span className={styles.meta}>{meta}</span>}
          {actions !== undefined && <span className={styles.actions}>{actions}</span>}
        </header>
      )}
      <div className={padded ? styles.padded : undefined}>{props.children}</div>
    </section>
  );
}
