import { useEffect, useId, useRef } from 'react';
import { useShortcutStore, type Shortcut } from './shortcut-store.ts';

/**
 * Keys that act while this component is mounted, listed under `group` by the `?` dialog. The
 * latest mounted group wins when two name the same key.
 */
export function useShortcuts(group: string, shortcuts: readonly Shortcut[]): void {
  const id = useId();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts
    .map((one) => [one.keys, one.label, one.enabled ?? true, one.hidden ?? false].join('\u0000'))
    .join('\u0001');
  useEffect(() => {
    const live = latest.current.map((one, index) => ({
      ...one,
      run: (event: KeyboardEvent) => latest.current[index]?.run(event),
    }));
    useShortcutStore.getState().put({ id, name: group, shortcuts: live });
  }, [id, group, shape]);
  useEffect(() => () => useShortcutStore.getState().remove(id), [id]);
}
