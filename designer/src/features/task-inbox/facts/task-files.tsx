import type { TaskDetail } from '#api/contract/tasks.ts';
import { FileSlot } from '../form/file-slot.tsx';
import styles from '../task-work.module.css';

export function TaskFiles({ task, editable }: { task: TaskDetail; editable: boolean }) {
  return (
    <section className={styles.section}>
      <h3>Files</h3>
      <ul className={styles.files}>
        {task.files.map((slot) => (
          <li key={slot.field.id}>
            <FileSlot task={task} slot={slot} editable={editable} />
          </li>
        ))}
      </ul>
    </section>
  );
}
