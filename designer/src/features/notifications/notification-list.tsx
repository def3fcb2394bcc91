import { Button } from '@mantine/core';
import { IconAlertTriangle, IconBell, IconInfoCircle, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { orpc } from '../../lib/api-client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Instant } from '../../ui/instant.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { showError } from '../../ui/feedback/toast.tsx';
import type { NotificationPage } from './notification-page.ts';
import styles from './notification-list.module.css';

/** Red for what is late or stopped; the words stand beside it. */
function NoticeIcon({ kind }: { kind: string }) {
  if (kind === 'escalation' || kind === 'incident' || kind === 'inVain' || kind === 'resetNotSent')
    return <IconAlertTriangle size={16} className="danger" aria-hidden />;
  if (kind === 'assigned') return <IconUserCheck size={16} className="mute" aria-hidden />;
  return <IconInfoCircle size={16} className="mute" aria-hidden />;
}

interface NotificationListProps {
  query: UseQueryResult<NotificationPage>;
  onClose: () => void;
}

/** Newest first; opening one marks it read and leads to its task or deal. */
export function NotificationList({ query, onClose }: NotificationListProps) {
  const client = useQueryClient();
  const read = useMutation(
    orpc.notifications.read.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: orpc.notifications.key() }),
      onError: (error) => showError(error, 'The notices stay unread'),
    }),
  );
  const open = (id: string) => {
    read.mutate({ ids: [id] });
    onClose();
  };
  return (
    <section aria-label="Notices" className={styles.box}>
      <header className={styles.head}>
        <h2>Notices</h2>
        {(query.data?.unread ?? 0) > 0 && (
          <Button size="xs" variant="subtle" onClick={() => read.mutate({})}>
            Mark all read
          </Button>
        )}
      </header>
      <QueryState query={query} failed="The notices did not load">
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState icon={IconBell} title="No notices yet">
              Escalations and messages of a process appear here.
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {page.items.map((item) => (
                <Item key={item.id} item={item} onOpen={() => open(item.id)} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </section>
  );
}

type Notice = NotificationPage['items'][number];

/** Where a notice leads: to its task or deal, to the person an admin is to look at, or nowhere. */
function targetOf({ taskId, dealId, personId }: Notice) {
  if (taskId !== null) return { to: '/inbox', search: { task: taskId } } as const;
  if (dealId !== null) return { to: '/deals/$dealId', params: { dealId } } as const;
  return personId === null
    ? ({ to: '.' } as const)
    : ({ to: '/admin/people', search: { edit: personId } } as const);
}

function Item({ item, onOpen }: { item: Notice; onOpen: () => void }) {
  const target = targetOf(item);
  return (
    <li>
      <Link
        {...target}
        className={`${styles.item} ${item.read ? '' : styles.unread}`}
        onClick={onOpen}
      >
        <NoticeIcon kind={item.kind} />
        <span className="grow">
          <span className={styles.title}>
            {item.title}
            {item.due && (
              <>
                {' '}
                <Instant {...item.due} />
              </>
            )}
          </span>
          <span className={styles.detail}>{item.detail}</span>
          <span className="meta">
            <Instant at={item.at} />
            {!item.read && <span className="sr">, unread</span>}
          </span>
        </span>
      </Link>
    </li>
  );
}
