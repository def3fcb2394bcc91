import type { TaskDetail } from '#api/contract/tasks.ts';
import { Facts } from '../../../ui/facts.tsx';
import { PersonName } from '../../../ui/initials.tsx';
import styles from '../task-work.module.css';

/** What the task lets one see of the deal, how it is done, and why one has it. */
export function TaskFacts({ task }: { task: TaskDetail }) {
  // Of an approval they stand in the middle: they are what one decides on.
  const shown = task.kind === 'approval' ? [] : task.facts;
  const facts = [
    { label: 'Customer', value: task.customer },
    ...shown.map(({ label, text }) => ({ label, value: text })),
    ...(task.dealOwner
      ? [{ label: 'Deal owner', value: <PersonName name={task.dealOwner.name} /> }]
      : []),
  ];
  return (
    <aside className={styles.side} aria-label="About this task">
      <section>
        <h3>Deal facts</h3>
        <Facts items={facts} />
      </section>
      {task.playbook !== null && (
        <section>
          <h3>Playbook</h3>
          <p className={styles.playbook}>{task.playbook}</p>
        </section>
      )}
      <section>
        <h3>Given to you because</h3>
        <p className="meta soft">{task.givenBecause}</p>
      </section>
    </aside>
  );
}
