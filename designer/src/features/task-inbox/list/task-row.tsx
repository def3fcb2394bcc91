import { IconHourglass, IconPlayerPause, IconShieldCheck } from '@tabler/icons-react';
import type { TaskItem } from '#api/contract/tasks.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Money } from '../../../ui/money.tsx';
import { PriorityMark } from '../../../ui/work/priority-mark.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import { waitsOn } from '../acts/act-words.ts';
import { dueGroup } from './due-group.ts';
import { awaited, isOpen, isStanding } from './standing.ts';
import styles from '../inbox.module.css';

interface TaskRowProps {
  task: TaskItem;
  selected: boolean;
  onSelect: () => void;
}

/** Time left first, the instant below; a value one may not see says so. */
export function TaskRow({ task, selected, onSelect }: TaskRowProps) {
  const stands = isStanding(task);
  const late = isOpen(task) && dueGroup(task.dueAt) === 'overdue' && !stands;
  return (
    <li>
      <button
        type="button"
        className={`${styles.row} ${selected ? styles.selected : ''} ${stands ? styles.stands : ''}`}
        aria-current={selected}
        onClick={onSelect}
      >
        <span className={styles.cell}>
          <span className={styles.title}>
            <PriorityMark raised={stands ? 0 : task.priority} />
            <b className="cut">{task.title}</b>
            <Chip task={task} />
          </span>
          <span className="meta cut">{task.customer}</span>
        </span>
        <span className={styles.cell}>
          {stands ? <Standing task={task} /> : <TimeLeft task={task} late={late} />}
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

function TimeLeft({ task, late }: { task: TaskItem; late: boolean }) {
  return (
    <>
      <b className={late ? 'danger' : ''}>{task.leftText ?? '—'}</b>
      <span className={`meta cut ${late ? 'danger' : ''}`}>
        {task.dueAt === null ? 'no due' : <Instant at={task.dueAt} zone={task.dueZone} />}
      </span>
    </>
  );
}

/** Work that stands has no number: whom it waits for, or that the deal is on hold. */
function Standing({ task }: { task: TaskItem }) {
  const waiting = awaited(task);
  return (
    <>
      <span className={styles.still}>
        {waiting ? (
          <IconHourglass size={14} aria-hidden />
        ) : (
          <IconPlayerPause size={14} aria-hidden />
        )}
        {waiting ? 'waiting' : 'on hold'}
      </span>
      <span className="meta cut">{waiting ? waitsOn(waiting) : 'with its deal'}</span>
    </>
  );
}

function Chip({ task }: { task: TaskItem }) {
  if (task.level !== null) return <StateChip tone="danger">{task.level}</StateChip>;
  if (task.attempt !== null)
    return (
      <StateChip>
        {task.attempt.number} of {task.attempt.most}
      </StateChip>
    );
  if (task.kind === 'approval' && task.state !== 'done')
    return <StateChip icon={IconShieldCheck}>Approval</StateChip>;
  if (task.state === 'offered') return <StateChip tone="line">Optional</StateChip>;
  if (task.state === 'in_progress') return <StateChip tone="accent">In progress</StateChip>;
  if (task.visit > 1) return <StateChip>Visit {task.visit}</StateChip>;
  if (task.state === 'done') return <StateChip tone="ok">Done</StateChip>;
  return null;
}
