import { create } from 'zustand';

interface PasswordDialogState {
  opened: boolean;
  open: () => void;
  close: () => void;
}

/** Whether the form for another password is shown; opened by the person menu and the command list. */
export const usePasswordDialog = create<PasswordDialogState>()((set) => ({
  opened: false,
  open: () => set({ opened: true }),
  close: () => set({ opened: false }),
}));
