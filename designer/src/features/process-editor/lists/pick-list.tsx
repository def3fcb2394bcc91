import { TextInput } from '@mantine/core';
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import type { IconType } from '../../../ui/state-chip.tsx';
import styles from './pick-list.module.css';

export interface PickItem {
  id: string;
  label: string;
  /** At the right, grey. */
  hint?: string;
  icon?: IconType;
  /** Why it cannot be chosen; shown instead of the hint. */
  refused?: string | undefined;
}

interface PickListProps {
  title: string;
  placeholder: string;
  items: readonly PickItem[];
  /** Said when the search finds nothing. */
  empty: string;
  onPick: (id: string) => void;
  onClose: () => void;
  /** Point of the screen at which it opens; above the middle when left out. */
  at?: { x: number; y: number } | undefined;
  /** Between the search and the list. */
  children?: ReactNode;
}

const WIDTH = 380;
const HEIGHT = 500;
const EDGE = 16;

/** Puts the dialog at a point, as far as the window has room below and right of it. */
function placed({ x, y }: { x: number; y: number }) {
  const left = Math.max(EDGE, Math.min(x, globalThis.innerWidth - WIDTH - EDGE));
  const top = Math.max(EDGE, Math.min(y, globalThis.innerHeight - HEIGHT - EDGE));
  return {
    yOffset: `${EDGE}px`,
    overlayProps: { backgroundOpacity: 0 },
    styles: { inner: { justifyContent: 'flex-start', padding: `${top}px 0 0 ${left}px` } },
  };
}

function matches(item: PickItem, query: string): boolean {
  return `${item.label} ${item.hint ?? ''}`.toLowerCase().includes(query.trim().toLowerCase());
}

/** A list that is searched by typing and walked with the arrows; `Enter` chooses, `Esc` closes. */
export function PickList(props: PickListProps) {
  const { title, placeholder, items, empty, onPick, onClose, at, children } = props;
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const found = items.filter((item) => matches(item, query));
  const index = Math.min(active, found.length - 1);
  const pick = (item: PickItem | undefined) => {
    if (!item || item.refused !== undefined) return;
    onClose();
    onPick(item.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setActive(Math.min(index + 1, found.length - 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(index - 1, 0));
    else if (event.key === 'Enter') pick(found[index]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      size="sm"
      withCloseButton={false}
      centered={false}
      {...(at ? placed(at) : { yOffset: '12vh' })}
    >
      <TextInput
        className={styles.search ?? ''}
        data-autofocus
        size="sm"
        aria-label={title}
        placeholder={placeholder}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[index] ? `${listId}-${found[index].id}` : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {children && <div className={styles.choice}>{children}</div>}
      <ul id={listId} role="listbox" aria-label={title} className={styles.list}>
        {found.map((item, at) => (
          <li
            key={item.id}
            id={`${listId}-${item.id}`}
            role="option"
            aria-selected={at === index}
            aria-disabled={item.refused !== undefined}
            className={styles.item}
            onMouseMove={() => setActive(at)}
            onClick={() => pick(item)}
          >
            {item.icon && <item.icon size={16} stroke={1.5} aria-hidden />}
            <span className="cut">{item.label}</span>
            <span className={`${styles.hint} cut`}>{item.refused ?? item.hint}</span>
          </li>
        ))}
        {found.length === 0 && <li className={styles.empty}>{empty}</li>}
      </ul>
    </Dialog>
  );
}
