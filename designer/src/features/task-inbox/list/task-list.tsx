import type { InboxView } from './inbox-view.ts';
import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { TaskItem } from '#api/contract/tasks.ts';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { InboxEmpty } from './inbox-empty.tsx';
import { groupByDue } from './group-by-due.ts';
import { TaskRow } from './task-row.tsx';
import styles from '../inbox.module.css';

interface TaskListProps {
  view: InboxView;
  query: UseInfiniteQueryResult;
  tasks: TaskItem[];
  selected: string | undefined;
  onSelect: (id: string) => void;
  text: string;
  onText: (text: string) => void;
}

const titles: Record<InboxView, string> = {
  mine: 'My work',
  queue: 'Department queue',
  withoutOwner: 'Without owner',
  done: 'Done',
};

/** Tasks by due, most urgent first; what is done, newest first. */
export function TaskList(props: TaskListProps) {
  const { view, query, tasks, selected, onSelect } = props;
  const [text, setText] = useState(props.text);
  const find = useDebouncedCallback(props.onText, 250);
  return (
    <section className={styles.list} aria-label={titles[view]}>
      <PageHeader
        title={titles[view]}
        meta={tasks.length > 0 ? `${tasks.length}${query.hasNextPage ? '+' : ''}` : undefined}
      >
        <SearchField
          value={text}
          onChange={(value) => {
            setText(value);
            find(value);
          }}
          label="Find a task"
          placeholder="Task, customer"
          width={164}
        />
      </PageHeader>
      <QueryState
        query={query}
        failed="The tasks did not load"
        stillWorks="An open task can be finished."
      >
        {() =>
          tasks.length === 0 ? (
            <InboxEmpty view={view} filtered={props.text !== ''} />
          ) : (
            <div className={styles.rows}>
              {groupByDue(tasks, view).map((group) => (
                <section key={group.title} aria-label={group.title}>
                  <h2 className={`${styles.group} ${group.late ? styles.late : ''}`}>
                    {group.title} <span className="meta">{group.tasks.length}</span>
                  </h2>
                  <ul>
                    {group.tasks.map((task) => (
                      <TaskRow
                        key={task.id}
                        task={task}
                        selected={task.id === selected}
                        onSelect={() => onSelect(task.id)}
                      />
                    ))}
                  </ul>
                </section>
              ))}
              {query.hasNextPage && (
                <div className={styles.more}>
                  <Button
                    size="xs"
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    Show more
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </QueryState>
      <footer className={styles.keys}>
        <span>
          <KeyCap>J</KeyCap> <KeyCap>K</KeyCap> move
        </span>
        <span>
          <KeyCap>?</KeyCap> all keys
        </span>
      </footer>
    </section>
  );
}
