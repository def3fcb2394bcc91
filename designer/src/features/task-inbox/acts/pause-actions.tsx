import { Button } from '@mantine/core';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { actWords, type TaskAct } from './act-words.ts';

/** Whom the task may wait for; the first of them has the key. */
export const waitAct = ({ may }: TaskDetail): TaskAct | undefined =>
  may.pause.find((why) => why !== 'internal');

interface PauseActionsProps {
  task: TaskDetail;
  /** Whether the keys act: they are shown only then. */
  keysOn: boolean;
  onAct: (act: TaskAct) => void;
}

/** Lets a task wait, sends it back with a question, lets it go on. */
export function PauseActions({ task, keysOn, onAct }: PauseActionsProps) {
  const isShown = keysOn && !task.held;
  if (task.may.resume)
    return (
      <Button
        disabled={task.held}
        rightSection={isShown && <KeyCap onAccent>W</KeyCap>}
        onClick={() => onAct('goOn')}
      >
        {actWords('goOn', task).button}
      </Button>
    );
  const keyOf = (act: TaskAct) => {
    // Who decides rejects with R.
    if (!isShown || (act === 'internal' && task.may.decide)) return undefined;
    return act === 'internal' ? 'R' : act === waitAct(task) ? 'W' : undefined;
  };
  return task.may.pause.map((act) => (
    <Button
      key={act}
      variant="default"
      disabled={task.held}
      rightSection={keyOf(act) && <KeyCap>{keyOf(act)}</KeyCap>}
      onClick={() => onAct(act)}
    >
      {actWords(act, task).button}
    </Button>
  ));
}
