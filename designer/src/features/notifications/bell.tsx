import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../lib/api-client.ts';
import { BellButton } from '../../ui/bell-button.tsx';
import { NotificationList } from './notification-list.tsx';

/** The bell of the navigation: unread count, and the list in a popover. */
export function Bell({ compact }: { compact: boolean }) {
  const [opened, setOpened] = useState(false);
  const query = useQuery(orpc.notifications.list.queryOptions({ input: { limit: 30 } }));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={380}
      shadow="md"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <BellButton
          compact={compact}
          unread={query.data?.unread ?? 0}
          onClick={() => setOpened((was) => !was)}
        />
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <NotificationList query={query} onClose={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
