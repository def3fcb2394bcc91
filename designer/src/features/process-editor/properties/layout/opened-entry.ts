import { useState } from 'react';
import { useStore } from 'zustand';
import { useEditor } from '../../state/editor-context.tsx';

/** The id that a wished input path names in a list: `fields.netPrice.options` → `netPrice`. */
function wishedEntry(path: string | undefined, list: string): string | undefined {
  const [head, id] = (path ?? '').split('.');
  return head === list ? id : undefined;
}

/**
 * Which entry of a list is open: the one chosen last, by a person or by a wish for one of its inputs.
 * One is open at a time.
 */
export function useOpenedEntry(list: string) {
  const { focus } = useEditor();
  const wished = useStore(focus, (state) => state.input);
  const [choice, setChoice] = useState<{ id: string | undefined; tick: number }>();
  const wishedId = wishedEntry(wished?.path, list);
  const isWishNewer = wishedId !== undefined && (wished?.tick ?? 0) > (choice?.tick ?? 0);
  const opened = isWishNewer ? wishedId : choice?.id;
  const open = (id: string | undefined) => setChoice({ id, tick: wished?.tick ?? 0 });
  return { opened, open, toggle: (id: string) => open(opened === id ? undefined : id) };
}
