import { Link } from '@tanstack/react-router';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { Instant } from '../../ui/instant.tsx';
import { Money } from '../../ui/money.tsx';
import { PriorityMark } from '../../ui/work/priority-mark.tsx';
import { StateChip, type Tone } from '../../ui/state-chip.tsx';
import { UsageBar } from '../../ui/usage-bar.tsx';
import { waitsOn } from './acts/act-words.ts';
import { dueGroup } from './list/due-group.ts';
import { awaited, isOpen, isStanding } from './list/standing.ts';
import styles from './task-work.module.css';

const states: Record<TaskDetail['state'], [Tone, string]> = {
  offered: ['line', 'Optional'],
  ready: ['neutral', 'Ready'],
  assigned: ['neutral', 'Assigned'],
  in_progress: ['accent', 'In progress'],
  done: ['ok', 'Done'],
  waived: ['hold', 'Waived'],
  notNeeded: ['hold', 'Not needed'],
  cancelled: ['hold', 'Cancelled'],
  recalled: ['hold', 'Taken back'],
};

function stateOf(task: TaskDetail): [Tone, string] {
  if (!isStanding(task)) return states[task.state];
  const waiting = awaited(task);
  return ['hold', waiting ? `Waiting ${waitsOn(waiting)}` : 'On hold'];
}

/** Title and state, then the figures: time left, used, value, what comes next. */
export function TaskHead({ task }: { task: TaskDetail }) {
  const [tone, word] = stateOf(task);
  const stands = isStanding(task);
  const next = task.outcomes.find((outcome) => outcome.passes)?.next ?? null;
  return (
    <>
      <header className={styles.top}>
        <h2 className="cut">{task.title}</h2>
        <StateChip tone={tone}>{word}</StateChip>
        {task.attempt !== null && (
          <StateChip>
            attempt {task.attempt.number} of {task.attempt.most}
          </StateChip>
        )}
        <span className="mute cut">{task.stageName}</span>
        <PriorityMark raised={task.priority} />
        {task.may.openDeal && (
          <Link
            className={`link ${styles.deal}`}
            to="/deals/$dealId"
            params={{ dealId: task.dealId }}
          >
            Open deal
          </Link>
        )}
      </header>
      <dl className={styles.figures}>
        <div>
          <dt>Time left</dt>
          {stands ? (
            <dd>paused</dd>
          ) : (
            <>
              <dd className={isOpen(task) && dueGroup(task.dueAt) === 'overdue' ? 'danger' : ''}>
                {task.leftText ?? 'no due'}
              </dd>
              <dd className="meta">
                {task.dueAt !== null && <Instant at={task.dueAt} zone={task.dueZone} />}
              </dd>
            </>
          )}
        </div>
        {!stands && task.usedText !== null && task.usedRatio !== null && (
          <div>
            <dt>Used</dt>
            <dd>{task.usedText}</dd>
            <dd className={styles.bar}>
              <UsageBar share={task.usedRatio} label={task.usedText} />
            </dd>
          </div>
        )}
        <div>
          <dt>Value</dt>
          <dd>
            <Money minor={task.valueMinor} currency={task.currency} hidden={task.valueHidden} />
          </dd>
        </div>
        {next !== null && (
          <div>
            <dt>Next after this</dt>
            <dd className="cut">{next}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
