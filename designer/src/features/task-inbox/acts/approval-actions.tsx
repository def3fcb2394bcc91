import { Button } from '@mantine/core';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { useSession } from '../../../lib/session.ts';
import { KeyCap } from '../../../ui/shortcuts/key-cap.tsx';
import { actWords, type TaskAct } from './act-words.ts';
import { decisionSentence } from './decision-words.ts';

interface ApprovalActionsProps {
  task: TaskDetail;
  /** Whether the keys act: they are shown only then. */
  keysOn: boolean;
  onAct: (act: TaskAct) => void;
}

/** One approver's word, or who gives it instead (E3). */
export function ApprovalActions({ task, keysOn, onAct }: ApprovalActionsProps) {
  const { person } = useSession();
  const sentence = decisionSentence(task, person.id);
  return (
    <>
      {task.may.decide && (
        <>
          <Button
            rightSection={keysOn && <KeyCap onAccent>A</KeyCap>}
            onClick={() => onAct('approve')}
          >
            {actWords('approve', task).button}
          </Button>
          <Button
            variant="default"
            rightSection={keysOn && <KeyCap>R</KeyCap>}
            onClick={() => onAct('reject')}
          >
            {actWords('reject', task).button}
          </Button>
        </>
      )}
      {sentence !== null && <span className="meta">{sentence}</span>}
    </>
  );
}
