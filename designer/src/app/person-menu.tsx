import { Menu } from '@mantine/core';
import { IconKey, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { roleName } from '#api/contract/role-names.ts';
import { useSession } from '../lib/session.ts';
import { Initials } from '../ui/initials.tsx';
import { KeyCap } from '../ui/shortcuts/key-cap.tsx';
import { ColorSchemeControl } from './color-scheme-control.tsx';
import styles from './navigation.module.css';
import menuStyles from './person-menu.module.css';
import { usePasswordDialog } from './password-dialog-state.ts';
import { useShortcutsDialog } from './shortcuts-dialog-state.ts';
import { useSignOut } from './use-sign-out.ts';

/** Who is signed in, the colours, the list of keys, another password, and the way out. */
export function PersonMenu({ narrow }: { narrow: boolean }) {
  const { person, departments } = useSession();
  const showKeys = useShortcutsDialog((state) => state.open);
  const changePassword = usePasswordDialog((state) => state.open);
  const signOut = useSignOut();
  const places = departments.map((department) => department.name).join(', ');
  return (
    <Menu position="right-end" width={248} withinPortal>
      <Menu.Target>
        <button type="button" className={styles.person} aria-label={`${person.name}, account`}>
          <Initials name={person.name} />
          {!narrow && <span className="cut">{person.name}</span>}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={menuStyles.who}>
          <p className="cut">{person.name}</p>
          <p className="meta">{[roleName(person.role), places].filter(Boolean).join(', ')}</p>
          <p className="meta cut">{person.email}</p>
        </div>
        <div className={menuStyles.scheme}>
          <ColorSchemeControl />
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<KeyCap>?</KeyCap>}
          onClick={showKeys}
        >
          Keys
        </Menu.Item>
        <Menu.Item leftSection={<IconKey size={16} />} onClick={changePassword}>
          Change password
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
