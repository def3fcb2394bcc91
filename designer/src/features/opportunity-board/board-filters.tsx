import { Select } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAlertCircle, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Board } from '#api/contract/deals.ts';
import { orpc } from '../../lib/api-client.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { BoardSearch } from './board-search.ts';
import styles from './board.module.css';

interface BoardFiltersProps {
  board: Board | undefined;
  search: BoardSearch;
  onSearch: (change: Partial<BoardSearch>) => void;
}

export function BoardFilters({ board, search, onSearch }: BoardFiltersProps) {
  const [text, setText] = useState(search.q ?? '');
  const find = useDebouncedCallback((q: string) => onSearch({ q: q === '' ? undefined : q }), 250);
  const process = board?.process.key;
  const intake = useQuery({
    ...orpc.deals.intake.queryOptions({ input: { key: process ?? '' } }),
    enabled: process !== undefined,
  });
  const toggle = (due: 'overdue' | 'today') =>
    onSearch({ due: search.due === due ? undefined : due });
  return (
    <div className={styles.filters} role="search">
      <SearchField
        value={text}
        onChange={(value) => {
          setText(value);
          find(value);
        }}
        label="Find a deal"
        placeholder="Customer, number"
      />
      <Select
        size="xs"
        w={170}
        aria-label="Owner"
        placeholder="Owner: all"
        clearable
        searchable
        data={[
          { value: 'nobody', label: `Without owner (${board?.figures.withoutOwner ?? 0})` },
          ...(intake.data?.owners ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={search.owner ?? null}
        onChange={(owner) => onSearch({ owner: owner ?? undefined })}
      />
      <span className={styles.rule} aria-hidden />
      {board && (
        <>
          <FilterButton
            icon={IconAlertCircle}
            tone="danger"
            on={search.due === 'overdue'}
            onClick={() => toggle('overdue')}
          >
            {board.figures.overdue} overdue
          </FilterButton>
          <FilterButton
            icon={IconClock}
            tone="warn"
            on={search.due === 'today'}
            onClick={() => toggle('today')}
          >
            {board.figures.dueToday} due today
          </FilterButton>
          {board.figures.withoutNext > 0 && (
            <span className={styles.figure}>
              <IconHelpCircle size={16} aria-hidden />
              {board.figures.withoutNext} without next action
            </span>
          )}
        </>
      )}
    </div>
  );
}

function FilterButton(props: {
  icon: typeof IconClock;
  tone: 'danger' | 'warn';
  on: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  const { icon: Icon, tone, on, onClick, children } = props;
  return (
    <button type="button" className={styles.filter} aria-pressed={on} onClick={onClick}>
      <Icon size={16} className={tone} aria-hidden />
      {children}
    </button>
  );
}
