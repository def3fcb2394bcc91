import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { orpc } from '../../lib/api-client.ts';
import { TaskList } from './list/task-list.tsx';
import { TaskPane } from './task-pane.tsx';
import { useListKeys } from './list/use-list-keys.ts';
import { useOpenTask } from './use-open-task.ts';
import styles from './inbox.module.css';

/** The department inbox: the list at the left, the open task at the right. */
export function InboxPage() {
  const search = useSearch({ from: '/shell/inbox' });
  const navigate = useNavigate({ from: '/inbox' });
  const view = search.view ?? 'mine';
  const query = useInfiniteQuery(
    orpc.tasks.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        view,
        limit: 50,
        ...(search.department === undefined ? {} : { department: search.department }),
        ...(search.q === undefined || search.q === '' ? {} : { q: search.q }),
        ...(cursor === undefined ? {} : { cursor }),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const tasks = query.data?.pages.flatMap((page) => page.items) ?? [];
  const setTask = (task: string | undefined) =>
    void navigate({ search: (was) => ({ ...was, task }), replace: true });
  const list = JSON.stringify([view, search.department, search.q]);
  const ids = tasks.map(({ id }) => id);
  const { id: selected, keysOn, choose, onClosed } = useOpenTask(list, ids, search.task, setTask);
  useListKeys(tasks, selected, choose, keysOn);
  return (
    <div className={styles.inbox}>
      <TaskList
        view={view}
        query={query}
        tasks={tasks}
        selected={selected}
        onSelect={choose}
        text={search.q ?? ''}
        onText={(q) =>
          void navigate({
            search: (was) => ({ ...was, q: q === '' ? undefined : q }),
            replace: true,
          })
        }
      />
      <TaskPane taskId={selected} keysOn={keysOn} onClosed={onClosed} />
    </div>
  );
}
