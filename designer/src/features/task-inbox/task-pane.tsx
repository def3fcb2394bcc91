import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api-client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { TaskWork } from './task-work.tsx';
import styles from './inbox.module.css';

interface TaskPaneProps {
  taskId: string | undefined;
  /** Whether the keys of its acts act. */
  keysOn: boolean;
  /** It was completed or decided: the list leads on. */
  onClosed: (id: string) => void;
}

export function TaskPane({ taskId, keysOn, onClosed }: TaskPaneProps) {
  const query = useQuery({
    ...orpc.tasks.get.queryOptions({ input: { taskId: taskId ?? '' } }),
    enabled: taskId !== undefined,
  });
  if (taskId === undefined)
    return (
      <div className={styles.pane}>
        <EmptyState icon={IconChecklist} title="No task is open">
          Choose one from the list.
        </EmptyState>
      </div>
    );
  return (
    <div className={styles.pane}>
      <QueryState query={query} failed="The task did not load" stillWorks="The list is complete.">
        {(task) => (
          <TaskWork key={task.id} task={task} keysOn={keysOn} onDone={() => onClosed(task.id)} />
        )}
      </QueryState>
    </div>
  );
}
