import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { isReason } from '../../../ui/dialog/reason-field.tsx';
import { actWords, type TaskAct } from './act-words.ts';
import type { useTaskCommands } from './use-task-commands.ts';

interface ActDialogProps {
  task: TaskDetail;
  act: TaskAct;
  commands: ReturnType<typeof useTaskCommands>;
  onClose: () => void;
}

/** Asks for the note of an act; it stays open when the act is refused. */
export function ActDialog({ task, act, commands, onClose }: ActDialogProps) {
  const [note, setNote] = useState('');
  // What changes behind the dialog was not seen: it is refused, and looked at first.
  const [seen] = useState(task);
  const words = actWords(act, task);
  return (
    <ConfirmDialog
      onClose={onClose}
      title={words.question}
      confirmLabel={words.confirm}
      cancelLabel={words.keep}
      danger={act === 'reject'}
      confirmDisabled={words.noteNeeded && !isReason(note)}
      onConfirm={() => commands.act(seen, act, note.trim())}
    >
      <p>{words.consequence}</p>
      <Textarea
        label={words.noteLabel}
        required={words.noteNeeded}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
