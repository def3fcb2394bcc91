import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { orpc } from '../../lib/api-client.ts';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { BoardSkeleton } from './frame/board-skeleton.tsx';
import { openDraftJournal } from './save/draft-journal.ts';
import { DraftSession } from './session/draft-session.tsx';

/** The stage-board editor of one process. */
export function EditorPage() {
  const { processKey } = useParams({ from: '/shell/processes/$processKey' });
  const { version, element } = useSearch({ from: '/shell/processes/$processKey' });
  const draft = useQuery(orpc.processes.get.queryOptions({ input: { key: processKey } }));
  const journal = useQuery({
    queryKey: ['draft-journal', processKey],
    queryFn: () => openDraftJournal(processKey),
    networkMode: 'always',
    staleTime: Infinity,
  });
  const directory = useQuery(orpc.processes.directory.queryOptions());
  return (
    <QueryState query={draft} failed="The process did not load" skeleton={<BoardSkeleton />}>
      {(found) => (
        <QueryState
          query={directory}
          failed="The directory did not load"
          skeleton={<BoardSkeleton />}
        >
          {(names) => (
            <QueryState
              query={journal}
              failed="The unsaved edits of this tab did not load"
              skeleton={<BoardSkeleton />}
            >
              {(kept) => (
                <DraftSession
                  key={processKey}
                  draft={found}
                  directory={names}
                  journal={kept}
                  element={element}
                  version={version}
                />
              )}
            </QueryState>
          )}
        </QueryState>
      )}
    </QueryState>
  );
}
