import { Link, type LinkProps } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import styles from './page-header.module.css';

interface PageHeaderProps {
  /** Becomes the page's h1, and the window's title when it is text. */
  title: ReactNode;
  /** The window's title, where `title` is no text. */
  windowTitle?: string | undefined;
  /** Before the title: a back arrow, a Crumb. */
  lead?: ReactNode;
  /** After the title, grey: counts, chips, sums. */
  meta?: ReactNode;
  /** At the right: actions. */
  children?: ReactNode;
}

/** The bar of 48 px at the top of every page. */
export function PageHeader({ title, windowTitle, lead, meta, children }: PageHeaderProps) {
  const name = windowTitle ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = name === '' ? 'Stagewright' : `${name} · Stagewright`;
  }, [name]);
  return (
    <header className={styles.top}>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      <h1 className={styles.title}>
        {typeof title === 'string' ? (
          <span className="cut" title={title}>
            {title}
          </span>
        ) : (
          title
        )}
      </h1>
      {meta !== undefined && <div className={styles.meta}>{meta}</div>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </header>
  );
}

/** A link to the page above and a slash, for the lead of a PageHeader. */
export function Crumb({
  children,
  ...link
}: Pick<LinkProps, 'to' | 'search'> & { children: ReactNode }) {
  return (
    <span className={styles.crumb}>
      <Link {...link}>{children}</Link>
      <span aria-hidden>/</span>
    </span>
  );
}
