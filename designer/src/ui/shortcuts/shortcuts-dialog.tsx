import { Switch } from '@mantine/core';
import { Dialog } from '../dialog/dialog.tsx';
import { usePreferences } from '../../lib/preferences.ts';
import { KeyCap } from './key-cap.tsx';
import { useShortcutStore } from './shortcut-store.ts';
import styles from './shortcuts-dialog.module.css';

const names: Record<string, string> = {
  shift: '⇧',
  alt: 'Alt',
  delete: 'Del',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
};

function capName(part: string): string {
  if (part === 'mod') return navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';
  return names[part.toLowerCase()] ?? (part.length === 1 ? part.toUpperCase() : part);
}

/** Key caps of one shortcut: `mod+shift+z`, `g i`. */
export function ShortcutCaps({ keys }: { keys: string }) {
  const parts = keys.split(/[ +]/).filter((part) => part !== '');
  return (
    <span className={styles.keys}>
      {parts.map((part) => (
        <KeyCap key={part}>{capName(part)}</KeyCap>
      ))}
    </span>
  );
}

/** All keys that act now, and the switch for single letters. */
export function ShortcutsDialog(props: { opened: boolean; onClose: () => void }) {
  const groups = useShortcutStore((state) => state.groups);
  const { letterKeys, setLetterKeys } = usePreferences();
  return (
    <Dialog {...props} title="Keys" size="lg" closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.id} className={styles.group}>
            <h3>{group.name}</h3>
            {group.shortcuts
              .filter((one) => one.hidden !== true)
              .map((one) => (
                <p key={one.keys} className={styles.line}>
                  {one.label} <ShortcutCaps keys={one.keys} />
                </p>
              ))}
          </section>
        ))}
      </div>
      <Switch
        label="Single letters act when no field has the focus"
        checked={letterKeys}
        onChange={(event) => setLetterKeys(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
