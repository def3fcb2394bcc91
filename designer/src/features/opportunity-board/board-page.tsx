import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { orpc } from '../../lib/api-client.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { BoardColumns } from './board-columns.tsx';
import { BoardSummary } from './board-summary.tsx';
import { NewDealDialog } from './new-deal-dialog.tsx';
import { ProcessPicker } from './process-picker.tsx';
import type { BoardSearch } from './board-search.ts';

/** Every open deal of a process, in the columns of its stages. */
export function BoardPage() {
  const search = useSearch({ from: '/shell/opportunities' });
  const navigate = useNavigate({ from: '/opportunities' });
  const processes = useQuery(orpc.processes.list.queryOptions());
  const live = processes.data?.items.filter((item) => item.liveVersion !== null) ?? [];
  // Unless another is chosen, the process in which most is going on.
  const busiest = live.toSorted((a, b) => b.openDeals - a.openDeals)[0];
  const process = search.process ?? busiest?.key;
  const set = (change: Partial<BoardSearch>) =>
    void navigate({ search: (was) => ({ ...was, ...change }), replace: true });
  const openForm = () => set({ form: 'new' });
  useShortcuts('Opportunities', [{ keys: 'n', label: 'New deal', run: openForm }]);
  return (
    <>
      <PageHeader
        title="Opportunities"
        meta={
          process === undefined ? undefined : (
            <>
              <ProcessPicker
                processes={live}
                value={process}
                onChange={(key) => set({ process: key })}
              />
              <BoardSummary process={process} />
            </>
          )
        }
      >
        <Button
          leftSection={<IconPlus size={16} />}
          rightSection={<KeyCap onAccent>N</KeyCap>}
          disabled={process === undefined}
          onClick={openForm}
        >
          New deal
        </Button>
      </PageHeader>
      <BoardColumns
        processes={processes}
        process={process}
        search={search}
        onSearch={set}
        onNew={openForm}
      />
      {search.form === 'new' && process !== undefined && (
        <NewDealDialog process={process} onClose={() => set({ form: undefined })} />
      )}
    </>
  );
}
