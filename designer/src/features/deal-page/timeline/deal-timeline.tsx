import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight, IconClock, IconGitBranch, IconMail, IconUser } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#api/contract/contract.ts';
import { orpc } from '../../../lib/api-client.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import styles from './deal-timeline.module.css';

type Item = InferContractRouterOutputs<typeof contract>['deals']['timeline']['items'][number];

const icons: Record<Item['kind'], typeof IconUser> = {
  people: IconUser,
  decision: IconGitBranch,
  mail: IconMail,
  clock: IconClock,
  process: IconArrowRight,
};
const filters = [
  { value: 'all', label: 'All' },
  { value: 'people', label: 'People' },
  { value: 'decision', label: 'Decisions' },
  { value: 'mail', label: 'Mail' },
];

/** What happened, newest first, each with its reason. */
export function DealTimeline({ dealId }: { dealId: string }) {
  const [filter, setFilter] = useState('all');
  const query = useInfiniteQuery(
    orpc.deals.timeline.infiniteOptions({
      input: (cursor: string | undefined) => ({
        dealId,
        limit: 50,
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = items.filter((item) => filter === 'all' || item.kind === filter);
  return (
    <Panel
      title="Timeline"
      padded={false}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Show"
          data={filters}
          value={filter}
          onChange={setFilter}
        />
      }
    >
      <QueryState
        query={query}
        failed="The timeline did not load"
        stillWorks="The rest of this deal is complete."
      >
        {() => (
          <ol className={styles.list}>
            {shown.map((item) => (
              <TimelineItem key={item.id} item={item} />
            ))}
            {shown.length === 0 && <li className="mute">Nothing of this kind yet.</li>}
            {query.hasNextPage && (
              <li className={styles.more}>
                <Button size="xs" variant="subtle" onClick={() => void query.fetchNextPage()}>
                  Earlier
                </Button>
              </li>
            )}
          </ol>
        )}
      </QueryState>
    </Panel>
  );
}

function TimelineItem({ item }: { item: Item }) {
  const Icon = icons[item.kind];
  return (
    <li data-type={item.type}>
      <span className={`meta ${styles.at}`}>
        <Instant at={item.at} />
      </span>
      <span className={styles.icon}>
        <Icon size={14} aria-hidden />
      </span>
      <div className="grow">
        <span className={styles.title}>{item.title}</span>
        {item.when !== null && (
          <p className="meta soft">
            {item.when.text} <Instant at={item.when.at} zone={item.when.zone} />.
          </p>
        )}
        {item.reason !== null && <p className="meta soft">{item.reason}</p>}
      </div>
    </li>
  );
}
