import type { Shortcut } from './shortcut-store.ts';

/** What a key press says: `c`, `?`, `F8`, `mod+z`, `mod+shift+z`; undefined for a bare modifier. */
export function pressedKeys(event: KeyboardEvent): string | undefined {
  const { key } = event;
  if (['Shift', 'Control', 'Alt', 'Meta', 'Dead', 'Unidentified'].includes(key)) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const shift = event.shiftKey && (mod || key.length > 1);
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shift ? 'shift+' : ''}${name}`;
}

/** True for keys that write text when a field has the focus. */
export function isSingleKey(keys: string): boolean {
  return keys.split(' ').every((part) => Array.from(part).length === 1);
}

/** A field that takes text, or a list that takes letters, has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) {
    return !['button', 'checkbox', 'radio', 'reset', 'submit', 'file'].includes(target.type);
  }
  return target.closest('textarea, select, [role="combobox"], [role="menu"]') !== null;
}

/** The shortcut for `pressed` after `prefix` (the first key of a chord), the latest one first. */
export function matchShortcut(
  shortcuts: readonly Shortcut[],
  pressed: string,
  prefix: string | undefined,
): Shortcut | undefined {
  const wanted = prefix === undefined ? pressed : `${prefix} ${pressed}`;
  return shortcuts.findLast(
    (one) => one.enabled !== false && one.keys.toLowerCase() === wanted.toLowerCase(),
  );
}

/** True when `pressed` begins a chord. */
export function beginsChord(shortcuts: readonly Shortcut[], pressed: string): boolean {
  return shortcuts.some((one) => one.enabled !== false && one.keys.startsWith(`${pressed} `));
}
