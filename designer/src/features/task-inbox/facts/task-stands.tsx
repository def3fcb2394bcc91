import { IconHourglass, IconPlayerPause } from '@tabler/icons-react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { Instant } from '../../../ui/instant.tsx';
import { waitsOn } from '../acts/act-words.ts';
import { awaited, isFinishable, isStanding } from '../list/standing.ts';
import styles from '../task-work.module.css';

/** Why the clock of a task stands, since when, and what was written. */
export function TaskStands({ task }: { task: TaskDetail }) {
  if (!isStanding(task)) return null;
  const waiting = awaited(task);
  const mayFinish = isFinishable(task) || task.may.decide;
  if (waiting === null)
    return (
      <p className={styles.stands} role="status">
        <IconPlayerPause size={16} aria-hidden />
        <span>
          The deal is on hold: nothing is due until it goes on.
          {mayFinish && ' This may be finished all the same; what follows starts then.'}
        </span>
      </p>
    );
  return (
    <p className={styles.stands} role="status">
      <IconHourglass size={16} aria-hidden />
      <span>
        Waiting {waitsOn(waiting)} since <Instant at={waiting.since} />. The clock is paused.
        {task.waitingNote !== null && <q>{task.waitingNote}</q>}
      </span>
    </p>
  );
}
