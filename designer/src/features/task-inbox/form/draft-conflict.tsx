import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { isSameValue } from '../../../lib/changed-meanwhile.ts';
import { formatFieldValue } from '../../../lib/format-field-value.ts';
import type { FormValues } from './form-values.ts';
import styles from '../task-work.module.css';

interface DraftConflictProps {
  task: TaskDetail;
  mine: FormValues;
  other: FormValues;
  onTake: () => void;
  onKeep: () => void;
}

/** The form was filled in elsewhere: what is there, and the choice between the two. */
export function DraftConflict({ task, mine, other, onTake, onKeep }: DraftConflictProps) {
  const differing = task.form.filter(
    ({ field }) => !isSameValue(other[field.id] ?? null, mine[field.id] ?? null),
  );
  return (
    <div className={styles.conflict} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        <p>
          <b>This form was filled in elsewhere meanwhile</b>, in another window or by somebody else.
          What you typed here is not saved yet.
        </p>
        <dl className={styles.differing}>
          {differing.map(({ field }) => (
            <div key={field.id}>
              <dt>{field.label}, elsewhere</dt>
              <dd>{formatFieldValue(field, other[field.id], task.currency)}</dd>
            </div>
          ))}
        </dl>
        <div className={styles.choices}>
          <Button size="xs" onClick={onKeep}>
            Keep what I typed here
          </Button>
          <Button size="xs" variant="default" onClick={onTake}>
            Use what is elsewhere
          </Button>
        </div>
      </div>
    </div>
  );
}
