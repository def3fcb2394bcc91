import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  /** Single-letter keys act only while this is on (WCAG 2.1.4). */
  letterKeys: boolean;
  /** The person's own choice for the navigation; undefined follows the page. */
  navigation: 'wide' | 'narrow' | undefined;
  setLetterKeys: (on: boolean) => void;
  setNavigation: (choice: 'wide' | 'narrow') => void;
}

/** What a person chose for this browser; the colour scheme is kept by Mantine under its own key. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      letterKeys: true,
      navigation: undefined,
      setLetterKeys: (letterKeys) => set({ letterKeys }),
      setNavigation: (navigation) => set({ navigation }),
    }),
    { name: 'stagewright-preferences' },
  ),
);
