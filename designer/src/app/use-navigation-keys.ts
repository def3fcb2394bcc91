import { useNavigate } from '@tanstack/react-router';
import { spotlight } from '@mantine/spotlight';
import { useEffect } from 'react';
import { useSession } from '../lib/session.ts';
import { listenForShortcuts } from '../ui/shortcuts/shortcut-listener.ts';
import { useShortcuts } from '../ui/shortcuts/use-shortcuts.ts';
import { maySee } from './access.ts';
import { navigationSections } from './navigation-links.ts';
import { useShortcutsDialog } from './shortcuts-dialog-state.ts';

/** The keys that act on every page: commands, the list of keys, and the chords to the places. */
export function useNavigationKeys(): void {
  const session = useSession();
  const navigate = useNavigate();
  const showKeys = useShortcutsDialog((state) => state.open);
  useEffect(listenForShortcuts, []);
  const chords = navigationSections
    .flatMap((section) => section.links)
    .filter((link) => link.keys !== undefined && maySee(session, link.place))
    .map((link) => ({
      keys: link.keys ?? '',
      label: link.label,
      run: () => void navigate({ to: link.to }),
    }));
  useShortcuts('Anywhere', [
    { keys: 'mod+k', label: 'Commands', run: () => spotlight.open() },
    { keys: '?', label: 'Keys', run: showKeys },
    ...chords,
  ]);
}
