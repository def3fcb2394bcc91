import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './page-header.module.css';

interface PageHeaderProps {
  /** Becomes the page's h1. */
  title: ReactNode;
  /** Before the title: a back arrow, a Crumb. */
  lead?: ReactNode;
  /** After the title, grey: counts, chips, sums. */
  meta?: ReactNode;
  /** At the right: actions. */
  children?: ReactNode;
}

/** The bar of 48 px at the top of every page. */
export function PageHeader({ title, lead, meta, children }: PageHeaderProps) {
  return (
    <header className={styles.top}>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      <h1 className={styles.title}>{title}</h1>
      {meta !== undefined && <div className={styles.meta}>{meta}</div>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </header>
  );
}

/** A link to the page above and a slash, for the lead of a PageHeader. */
export function Crumb(props: { to: LinkProps['to']; children: ReactNode }) {
  return (
    <span className={styles.crumb}>
      <Link to={props.to as string}>{props.children}</Link>
      <span aria-hidden>/</span>
    </span>
  );
}
