import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { orpc } from '../../lib/api-client.ts';
import { KeyCap } from '../../ui/shortcuts/key-cap.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useShortcuts } from '../../ui/shortcuts/use-shortcuts.ts';
import { BoardColumns } from './board-columns.tsx';
import { BoardSummary } from './board-summary.tsx';
import { NewDealDialog } from './new-deal-dialog.tsx';
import { ProcessPicker } from './process-picker.tsx';
import type { BoardSearch } from './board-search.ts';

/** Where most deals are open: what the board shows until another process is chosen. */
function busiest<T extends { openDeals: number }>(processes: T[]): T | undefined {
  const most = Math.max(...processes.map(({ openDeals }) => openDeals));
  return processes.find(({ openDeals }) => openDeals === most);
}

/** Every open deal of a process, in the columns of its stages. */
export function BoardPage() {
  const search = useSearch({ from: '/shell/opportunities' });
  const navigate = useNavigate({ from: '/opportunities' });
  const processes = useQuery(orpc.processes.list.queryOptions());
  const live = processes.data?.items.filter((item) => item.liveVersion !== null) ?? [];
  const process = search.process ?? busiest(live)?.key;
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
