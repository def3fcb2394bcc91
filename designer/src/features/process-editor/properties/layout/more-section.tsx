import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';

interface MoreSectionProps {
  /** What is set within, in a few words; it opens by itself for none of them. */
  meta: string;
  /** Paths of the inputs within: a wish for one of them opens the section. */
  paths: readonly string[];
  children: ReactNode;
}

/** What is rarely needed, folded away so that a plain step stays plain. */
export function MoreSection({ meta, paths, children }: MoreSectionProps) {
  const { focus } = useEditor();
  const [opened, setOpened] = useState(false);
  const wished = useStore(focus, ({ input }) =>
    paths.some((path) => input?.path === path || input?.path.startsWith(`${path}.`) === true),
  );
  const isOpen = opened || wished;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={styles.section} aria-label="More settings">
      <button
        type="button"
        className={styles.more}
        aria-expanded={isOpen}
        onClick={() => setOpened(!isOpen)}
      >
        <Chevron size={14} stroke={1.5} aria-hidden />
        More settings
        {meta !== '' && <span className={`${styles.meta} cut`}>{meta}</span>}
      </button>
      {isOpen && <div className={styles.stack}>{children}</div>}
    </section>
  );
}
