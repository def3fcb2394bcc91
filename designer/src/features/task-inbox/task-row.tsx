import type { TaskItem } from '#api/contract/tasks.ts';
import { Instant } from '../../ui/instant.tsx';
import { Money } from '../../ui/money.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import styles from './inbox.module.css';

interface TaskRowProps {
  task: TaskItem;
  selected: boolean;
  onSelect: () => void;
}

/** Time left first, the instant below; a value one may not see says so. */
export function TaskRow({ task, selected, onSelect }: TaskRowProps) {
  const late = task.bucket === 'overdue';
  return (
    <li>
      <button
        type="button"
        className={`${styles.row} ${selected ? styles.selected : ''}`}
        aria-current={selected}
        onClick={onSelect}
      >
        <span className={styles.cell}>
          <span className={styles.title}>
            <b className="cut">{task.title}</b>
            <Chip task={task} />
          </span>
          <span className="meta cut">{task.customer}</span>
        </span>
        <span className={styles.cell}>
          <b className={late ? 'danger' : ''}>{task.leftText ?? '—'}</b>
          <span className={`meta cut ${late ? 'danger' : ''}`}>
            {task.dueAt === null ? 'no due' : <Instant at={task.dueAt} />}
          </span>
        </span>
        <span className={`${styles.cell} ${styles.value}`}>
          <b>
            <Money minor={task.valueMinor} currency={task.currency} hidden={task.valueHidden} />
          </b>
          <span className="meta cut">{task.dealNumber}</span>
        </span>
      </button>
    </li>
  );
}

function Chip({ task }: { task: TaskItem }) {
  if (task.state === 'offered') return <StateChip tone="line">Optional</StateChip>;
  if (task.level !== null) return <StateChip tone="danger">{task.level}</StateChip>;
  if (task.state === 'in_progress') return <StateChip tone="accent">In progress</StateChip>;
  if (task.visit > 1) return <StateChip>Visit {task.visit}</StateChip>;
  if (task.state === 'done') return <StateChip tone="ok">Done</StateChip>;
  return null;
}
