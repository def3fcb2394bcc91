import type { ReactNode } from 'react';
import styles from './key-cap.module.css';

/** The cap of a key; `onAccent` inside a primary button. */
export function KeyCap(props: { children: ReactNode; onAccent?: boolean }) {
  return (
    <kbd className={`${styles.key} ${props.onAccent === true ? styles.onAccent : ''}`}>
      {props.children}
    </kbd>
  );
}
