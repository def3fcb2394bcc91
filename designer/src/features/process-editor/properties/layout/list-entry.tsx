import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from '../panel.module.css';

interface ListEntryProps {
  /** Path that a problem of the entry as a whole names. */
  path: string;
  name: string;
  meta: ReactNode;
  isOpen: boolean;
  onToggle: () => void;
  /** Its form, shown while it is open. */
  children: ReactNode;
}

/** An entry of a list of the process, as one line that opens into its form. */
export function ListEntry({ path, name, meta, isOpen, onToggle, children }: ListEntryProps) {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li data-path={path} tabIndex={-1}>
      <div className={styles.item}>
        <button type="button" className={styles.open} aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size={14} stroke={1.5} aria-hidden />
          <span className={`${styles.grow} cut`}>{name}</span>
          <span className="meta">{meta}</span>
        </button>
      </div>
      {isOpen && children}
    </li>
  );
}
