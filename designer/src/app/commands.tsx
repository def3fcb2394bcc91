import { useMantineColorScheme } from '@mantine/core';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import {
  IconKey,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSearch,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../lib/session.ts';
import { ShortcutCaps } from '../ui/shortcuts/shortcuts-dialog.tsx';
import { maySee } from './access.ts';
import { navigationSections } from './navigation-links.ts';
import { usePasswordDialog } from './password-dialog-state.ts';
import { useShortcutsDialog } from './shortcuts-dialog-state.ts';
import { useSignOut } from './use-sign-out.ts';

const icon = { size: 16, 'aria-hidden': true } as const;

function useCommands(): SpotlightActionData[] {
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { setColorScheme } = useMantineColorScheme();
  const showKeys = useShortcutsDialog((state) => state.open);
  const changePassword = usePasswordDialog((state) => state.open);
  const places = navigationSections
    .flatMap((section) => section.links)
    .filter((link) => maySee(session, link.place))
    .map((link) => ({
      id: link.place,
      label: link.label,
      keywords: ['go to'],
      leftSection: <link.icon {...icon} />,
      ...(link.keys === undefined ? {} : { rightSection: <ShortcutCaps keys={link.keys} /> }),
      onClick: () => void navigate({ to: link.to }),
    }));
  return [
    ...places,
    {
      id: 'light',
      label: 'Light colours',
      leftSection: <IconSun {...icon} />,
      onClick: () => setColorScheme('light'),
    },
    {
      id: 'dark',
      label: 'Dark colours',
      leftSection: <IconMoon {...icon} />,
      onClick: () => setColorScheme('dark'),
    },
    {
      id: 'auto',
      label: 'Colours of the system',
      leftSection: <IconSunMoon {...icon} />,
      onClick: () => setColorScheme('auto'),
    },
    { id: 'keys', label: 'Keys', leftSection: <IconKeyboard {...icon} />, onClick: showKeys },
    {
      id: 'password',
      label: 'Change password',
      leftSection: <IconKey {...icon} />,
      onClick: changePassword,
    },
    {
      id: 'sign-out',
      label: 'Sign out',
      leftSection: <IconLogout {...icon} />,
      onClick: () => void signOut(),
    },
  ];
}

/** The list of commands; Ctrl/⌘ K opens it (use-navigation-keys). */
export function Commands() {
  return (
    <Spotlight
      actions={useCommands()}
      shortcut={null}
      centered={false}
      overlayProps={{ blur: 0 }}
      nothingFound="No command has this name"
      searchProps={{
        leftSection: <IconSearch {...icon} />,
        placeholder: 'Go to, or do',
        'aria-label': 'Command',
      }}
    />
  );
}
