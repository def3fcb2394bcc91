import { AppShell } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { followLive } from '../lib/live.ts';
import { usePreferences } from '../lib/preferences.ts';
import { ShortcutsDialog } from '../ui/shortcuts/shortcuts-dialog.tsx';
import { Commands } from './commands.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import { navigationMode, type NavigationMode } from './navigation-mode.ts';
import { usePasswordDialog } from './password-dialog-state.ts';
import { useShortcutsDialog } from './shortcuts-dialog-state.ts';
import styles from './shell.module.css';
import { useNavigationKeys } from './use-navigation-keys.ts';

const PasswordDialog = lazy(async () => ({
  default: (await import('../features/account/password-dialog.tsx')).PasswordDialog,
}));

const WIDE = 208;
const NARROW = 52;

function useNavigationMode(): { mode: NavigationMode; foldable: boolean } {
  const wish = useMatches({
    select: (matches) =>
      matches.findLast((match) => match.staticData.navigation)?.staticData.navigation,
  });
  const choice = usePreferences((state) => state.navigation);
  const roomy = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false });
  return { mode: navigationMode(wish ?? 'wide', choice, roomy), foldable: wish === undefined };
}

/** The frame of every page that needs a session: navigation at the left, the page beside it. */
export function Shell() {
  const client = useQueryClient();
  const { mode, foldable } = useNavigationMode();
  const keys = useShortcutsDialog();
  const password = usePasswordDialog();
  useEffect(() => followLive(client), [client]);
  useNavigationKeys();
  const hidden = mode === 'hidden';
  return (
    <AppShell
      navbar={{
        width: mode === 'wide' ? WIDE : NARROW,
        breakpoint: 0,
        collapsed: { desktop: hidden, mobile: hidden },
      }}
      transitionDuration={0}
      withBorder={false}
    >
      <a href="#page" className={styles.skip}>
        Skip to the page
      </a>
      {!hidden && (
        <AppShell.Navbar aria-label="Main">
          <Navigation narrow={mode === 'narrow'} foldable={foldable} />
        </AppShell.Navbar>
      )}
      <AppShell.Main className={styles.main ?? ''}>
        <ConnectionBanner />
        <div id="page" tabIndex={-1} className={styles.page}>
          <Outlet />
        </div>
      </AppShell.Main>
      <Commands />
      <ShortcutsDialog opened={keys.opened} onClose={keys.close} />
      {password.opened && (
        <Suspense>
          <PasswordDialog onClose={password.close} />
        </Suspense>
      )}
    </AppShell>
  );
}
