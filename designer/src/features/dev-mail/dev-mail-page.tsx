import { IconMail } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { orpc } from '../../lib/api-client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { MailList } from './mail-list.tsx';
import { MailMessage } from './mail-message.tsx';
import styles from './dev-mail-page.module.css';

/** What the development mail server received: every mail of the product, and of nobody else. */
export function DevMailPage() {
  const { message, to } = useSearch({ from: '/shell/dev/mail' });
  const navigate = useNavigate({ from: '/dev/mail' });
  const [filter, setFilter] = useState(to ?? '');
  const query = useInfiniteQuery(
    orpc.devMail.list.infiniteOptions({
      input: (before: string | undefined) => ({
        limit: 50,
        ...(before === undefined ? {} : { before }),
        ...(filter === '' ? {} : { to: filter }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      refetchInterval: 3000,
    }),
  );
  const mails = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title="Development mail" meta="Nothing here left this machine.">
        <SearchField
          value={filter}
          onChange={setFilter}
          label="Recipient"
          placeholder="Recipient"
          width={240}
        />
      </PageHeader>
      <div className={styles.panes}>
        <QueryState query={query} failed="The mails did not load">
          {() =>
            mails.length === 0 ? (
              <EmptyState icon={IconMail} title={filter === '' ? 'No mail yet' : 'No mail to them'}>
                {filter === ''
                  ? 'Register a deal: its process writes to the customer.'
                  : `No recipient contains “${filter}”.`}
              </EmptyState>
            ) : (
              <>
                <MailList
                  mails={mails}
                  selected={message}
                  onSelect={(id) =>
                    void navigate({ search: (was) => ({ ...was, message: id }), replace: true })
                  }
                  more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
                />
                <MailMessage id={message ?? mails[0]?.id} />
              </>
            )
          }
        </QueryState>
      </div>
    </>
  );
}
