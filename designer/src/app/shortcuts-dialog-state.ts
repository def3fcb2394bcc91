import { create } from 'zustand';

interface ShortcutsDialogState {
  opened: boolean;
  open: () => void;
  close: () => void;
}

/** Whether the list of keys is shown; opened by `?`, the person menu and the command list. */
export const useShortcutsDialog = create<ShortcutsDialogState>()((set) => ({
  opened: false,
  open: () => set({ opened: true }),
  close: () => set({ opened: false }),
}));
