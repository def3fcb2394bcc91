import { Button } from '@mantine/core';
import { IconPlus, IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../lib/api-client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { NewProcessDialog } from './new-process-dialog.tsx';
import styles from './process-list.module.css';
import { ProcessTable } from './process-table.tsx';

/** All processes: what is live, what is being changed, what runs on them. */
export function ProcessListPage() {
  const processes = useQuery(orpc.processes.list.queryOptions());
  const [creating, setCreating] = useState(false);
  const create = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setCreating(true)}>
      New process
    </Button>
  );
  const count = processes.data?.items.length ?? 0;
  return (
    <>
      <PageHeader title="Processes" meta={count > 0 ? count : undefined}>
        {create}
      </PageHeader>
      <div className={styles.page}>
        <QueryState query={processes} failed="The processes did not load">
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={IconRoute} title="No process is drawn yet" actions={create}>
                A process is the way of a deal: its stages, and what is done in each.
              </EmptyState>
            ) : (
              <ProcessTable items={items} />
            )
          }
        </QueryState>
      </div>
      <NewProcessDialog opened={creating} onClose={() => setCreating(false)} />
    </>
  );
}
