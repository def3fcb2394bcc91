import { Button } from '@mantine/core';
import { IconFilterOff, IconLayoutKanban, IconSitemap } from '@tabler/icons-react';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Board } from '#api/contract/deals.ts';
import { orpc } from '../../lib/api-client.ts';
import { readerZone } from '../../lib/reader-zone.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { BoardColumn } from './board-column.tsx';
import { BoardFilters } from './board-filters.tsx';
import { boardFilter, isFiltered, type BoardSearch } from './board-search.ts';
import { BoardSkeleton } from './board-skeleton.tsx';
import styles from './board.module.css';

interface BoardColumnsProps {
  processes: UseQueryResult<{ items: unknown[] }>;
  process: string | undefined;
  search: BoardSearch;
  onSearch: (change: Partial<BoardSearch>) => void;
  onNew: () => void;
}

/** Filters and columns; what the filters leave may be nothing, and says so. */
export function BoardColumns({ processes, process, search, onSearch, onNew }: BoardColumnsProps) {
  const filter = boardFilter(search);
  const query = useQuery({
    ...orpc.deals.board.queryOptions({
      input: { process: process ?? '', zone: readerZone(), ...filter },
    }),
    enabled: process !== undefined,
    placeholderData: keepPreviousData,
  });
  if (process === undefined)
    return (
      <QueryState
        query={processes}
        failed="The processes did not load"
        skeleton={<BoardSkeleton />}
      >
        {() => <NoProcess />}
      </QueryState>
    );
  return (
    <>
      <BoardFilters board={query.data} search={search} onSearch={onSearch} />
      <QueryState
        query={query}
        failed="The opportunities did not load"
        skeleton={<BoardSkeleton />}
      >
        {(board) =>
          board.columns.every((column) => column.deals === 0) ? (
            <Nothing filtered={isFiltered(search)} onSearch={onSearch} onNew={onNew} />
          ) : (
            <Columns board={board} search={search} />
          )
        }
      </QueryState>
    </>
  );
}

function Columns({ board, search }: { board: Board; search: BoardSearch }) {
  const most = Math.max(...board.columns.map((column) => column.overdue));
  return (
    <div className={styles.columns} style={{ ['--columns' as string]: board.columns.length }}>
      {board.columns.map((column, index) => (
        <BoardColumn
          key={column.stage}
          number={index + 1}
          column={column}
          currency={board.currency}
          process={board.process.key}
          filter={boardFilter(search)}
          bottleneck={most > 0 && column.overdue === most}
        />
      ))}
    </div>
  );
}

function NoProcess() {
  return (
    <EmptyState
      icon={IconSitemap}
      title="No process is live yet"
      actions={
        <Button component={Link} to="/processes">
          Open processes
        </Button>
      }
    >
      Deals run on a published process. Draw one and publish it.
    </EmptyState>
  );
}

function Nothing(props: {
  filtered: boolean;
  onSearch: (change: Partial<BoardSearch>) => void;
  onNew: () => void;
}) {
  if (!props.filtered)
    return (
      <EmptyState
        icon={IconLayoutKanban}
        title="No open deals"
        actions={<Button onClick={props.onNew}>New deal</Button>}
      >
        A deal starts its process the moment it is registered.
      </EmptyState>
    );
  const clear = () => props.onSearch({ q: undefined, owner: undefined, due: undefined });
  return (
    <EmptyState
      icon={IconFilterOff}
      title="No deal fits these filters"
      actions={
        <Button variant="default" onClick={clear}>
          Clear filters
        </Button>
      }
    >
      Without them the board shows every open deal of this process.
    </EmptyState>
  );
}
