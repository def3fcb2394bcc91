import { create } from 'zustand';

export interface Shortcut {
  /** `c`, `/`, `?`, `F8`, `Delete`, `mod+z`, `mod+shift+z`, or a chord of letters: `g i`. */
  keys: string;
  /** What it does, for the list of keys. */
  label: string;
  run: (event: KeyboardEvent) => void;
  enabled?: boolean | undefined;
  /** Not listed: a second key for the same act. */
  hidden?: boolean | undefined;
}

export interface ShortcutGroup {
  id: string;
  name: string;
  shortcuts: Shortcut[];
}

interface ShortcutStore {
  groups: ShortcutGroup[];
  put: (group: ShortcutGroup) => void;
  remove: (id: string) => void;
}

/** The keys that act at the moment: one group for each part of the page that is mounted. */
export const useShortcutStore = create<ShortcutStore>()((set) => ({
  groups: [],
  put: (group) =>
    set((state) => ({ groups: [...state.groups.filter((one) => one.id !== group.id), group] })),
  remove: (id) => set((state) => ({ groups: state.groups.filter((one) => one.id !== id) })),
}));
