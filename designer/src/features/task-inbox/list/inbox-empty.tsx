import { Button } from '@mantine/core';
import { IconCircleCheck, IconInbox, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { orpc } from '../../../lib/api-client.ts';
import { formatInstant } from '../../../lib/format-time.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import type { InboxView } from './inbox-view.ts';

/** What is true, then what to do: the queue may have work when one's own list has none. */
export function InboxEmpty({ view, filtered }: { view: InboxView; filtered: boolean }) {
  const { data } = useQuery(orpc.tasks.counts.queryOptions());
  if (filtered)
    return (
      <EmptyState icon={IconSearch} title="No task fits this search">
        It looks through the titles and customers of this list.
      </EmptyState>
    );
  if (view === 'done')
    return (
      <EmptyState icon={IconCircleCheck} title="Nothing is closed yet">
        What you complete is listed here.
      </EmptyState>
    );
  if (view === 'queue')
    return (
      <EmptyState icon={IconInbox} title="The queue is empty">
        New work appears here by itself.
      </EmptyState>
    );
  if (view === 'withoutOwner')
    return (
      <EmptyState icon={IconCircleCheck} title="Every task has an owner">
        Tasks of people who have left appear here until somebody takes them over.
      </EmptyState>
    );
  const queue = data?.queue ?? 0;
  const oldest = data?.oldestQueueDueAt ?? null;
  return (
    <EmptyState
      icon={IconCircleCheck}
      title="Nothing waits for you"
      actions={
        <>
          {queue > 0 && (
            <Button
              renderRoot={(root) => <Link to="/inbox" search={{ view: 'queue' }} {...root} />}
            >
              Open queue
            </Button>
          )}
          <Button
            variant="default"
            renderRoot={(root) => <Link to="/inbox" search={{ view: 'done' }} {...root} />}
          >
            See done
          </Button>
        </>
      }
    >
      {queue === 0
        ? 'The queues of your departments are empty too.'
        : `${queue} ${queue === 1 ? 'task is' : 'tasks are'} in the queue of your departments.${
            oldest === null ? '' : ` The first is due ${formatInstant(oldest)}.`
          }`}
    </EmptyState>
  );
}
