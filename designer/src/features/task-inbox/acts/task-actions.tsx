import { Button, Menu } from '@mantine/core';
import { IconAlertCircle, IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { useShortcuts } from '../../../ui/shortcuts/use-shortcuts.ts';
import { ActDialog } from './act-dialog.tsx';
import type { TaskAct } from './act-words.ts';
import { ApprovalActions } from './approval-actions.tsx';
import { PauseActions, waitAct } from './pause-actions.tsx';
import { missingText, type MissingItem } from '../form/missing-items.ts';
import { isFinishable } from '../list/standing.ts';
import type { useTaskCommands } from './use-task-commands.ts';
import styles from '../task-work.module.css';

interface TaskActionsProps {
  task: TaskDetail;
  /** Off for a task that came by itself after an act, until it is chosen. */
  keysOn: boolean;
  missing: MissingItem[];
  commands: ReturnType<typeof useTaskCommands>;
  onComplete: (outcome: string) => void;
}

/** Always visible, with keys; what is missing is said beside them. */
export function TaskActions({ task, keysOn, missing, commands, onComplete }: TaskActionsProps) {
  const main = task.outcomes.find((outcome) => outcome.passes) ?? task.outcomes[0];
  const [act, setAct] = useState<TaskAct>();
  const claim = () => commands.claim.mutate();
  const mayComplete = isFinishable(task) && main !== undefined;
  const isMain = !task.may.complete && !task.may.decide;
  useShortcuts('Task', [
    {
      keys: 'c',
      label: 'Claim the task',
      run: claim,
      enabled: keysOn && task.may.claim && !commands.claim.isPending,
    },
    {
      keys: 'e',
      label: 'Complete the task',
      run: () => main && onComplete(main.id),
      enabled: keysOn && mayComplete && !commands.complete.isPending,
    },
  ]);
  useActKeys(task, keysOn, setAct);
  if (task.state === 'offered') return <OfferedActions task={task} commands={commands} />;
  return (
    <footer className={styles.actions}>
      {mayComplete && (
        <Button.Group>
          <Button
            rightSection={keysOn && <KeyCap onAccent>E</KeyCap>}
            loading={commands.complete.isPending}
            onClick={() => onComplete(main.id)}
          >
            Complete: {main.label.toLowerCase()}
          </Button>
          {task.outcomes.length > 1 && (
            <Menu position="top-end">
              <Menu.Target>
                <Button px={6} aria-label="Complete with another outcome">
                  <IconChevronDown size={16} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {task.outcomes
                  .filter(({ id }) => id !== main.id)
                  .map(({ id, label }) => (
                    <Menu.Item key={id} onClick={() => onComplete(id)}>
                      Complete: {label.toLowerCase()}
                    </Menu.Item>
                  ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Button.Group>
      )}
      {task.may.claim && (
        <Button
          variant={isMain ? 'filled' : 'default'}
          rightSection={keysOn && <KeyCap onAccent={isMain}>C</KeyCap>}
          loading={commands.claim.isPending}
          onClick={claim}
        >
          Claim
        </Button>
      )}
      {task.may.release && (
        <Button
          variant="default"
          loading={commands.release.isPending}
          onClick={() => commands.release.mutate(task.revision)}
        >
          Give back to the queue
        </Button>
      )}
      <PauseActions task={task} keysOn={keysOn} onAct={setAct} />
      {task.kind === 'approval' && <ApprovalActions task={task} keysOn={keysOn} onAct={setAct} />}
      {task.kind !== 'approval' && !task.may.claim && !task.may.complete && (
        <span className="meta">
          {task.assignee === null ? 'It waits in the queue.' : `${task.assignee.name} has it.`}
        </span>
      )}
      {mayComplete && missing.length > 0 && (
        <span className={`danger ${styles.missing}`}>
          <IconAlertCircle size={16} aria-hidden />
          {missingText(missing)}
        </span>
      )}
      {!keysOn && (
        <span className="meta">
          <KeyCap>J</KeyCap> takes this task; its keys are off until then.
        </span>
      )}
      {act !== undefined && (
        <ActDialog task={task} act={act} commands={commands} onClose={() => setAct(undefined)} />
      )}
    </footer>
  );
}

/** Keys of the acts that ask for a note. */
function useActKeys(task: TaskDetail, keysOn: boolean, open: (act: TaskAct) => void) {
  const { decide, pause, resume } = task.may;
  const wait = resume ? 'goOn' : waitAct(task);
  useShortcuts('Task, with a note', [
    { keys: 'a', label: 'Approve', run: () => open('approve'), enabled: keysOn && decide },
    {
      keys: 'r',
      label: decide ? 'Reject' : 'Send back with a question',
      run: () => open(decide ? 'reject' : 'internal'),
      enabled: keysOn && (decide || (pause.includes('internal') && !task.held)),
    },
    {
      keys: 'w',
      label: resume ? 'Go on' : 'Let it wait',
      run: () => wait !== undefined && open(wait),
      enabled: keysOn && wait !== undefined && !task.held,
    },
  ]);
}

function OfferedActions({ task, commands }: Pick<TaskActionsProps, 'task' | 'commands'>) {
  if (!task.may.openDeal)
    return (
      <footer className={styles.actions}>
        <span className="meta">The owner of the deal decides whether it is needed.</span>
      </footer>
    );
  return (
    <footer className={styles.actions}>
      <Button
        disabled={task.held}
        loading={commands.offered.isPending}
        onClick={() => commands.offered.mutate('request')}
      >
        Request
      </Button>
      <Button
        variant="default"
        disabled={task.held}
        loading={commands.offered.isPending}
        onClick={() => commands.offered.mutate('notNeeded')}
      >
        Not needed
      </Button>
    </footer>
  );
}
