import { IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { Instant } from '../../ui/instant.tsx';
import { waitsOn } from './act-words.ts';
import { isOpen } from './use-task-commands.ts';
import styles from './task-work.module.css';

/** Why the clock of a task stands, since when, and what was written. */
export function TaskStands({ task }: { task: TaskDetail }) {
  if (!isOpen(task)) return null;
  if (task.held)
    return (
      <p className={styles.stands} role="status">
        <IconPlayerPause size={16} aria-hidden />
        <span>The deal is on hold. Nothing is due until it goes on.</span>
      </p>
    );
  if (task.waiting === null) return null;
  return (
    <p className={styles.stands} role="status">
      <IconHourglass size={16} aria-hidden />
      <span>
        Waiting {waitsOn(task.waiting)} since <Instant at={task.waiting.since} />. The clock stands.
        {task.waitingNote !== null && <q>{task.waitingNote}</q>}
      </span>
    </p>
  );
}
