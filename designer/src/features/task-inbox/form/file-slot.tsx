import { IconAlertCircle, IconCheck, IconFile } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { orpc } from '../../../lib/api-client.ts';
import { formatBytes } from '../../../lib/format.ts';
import { uploadFile } from '../../../lib/upload.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { fieldInputId } from '../../../ui/field-input/field-props.ts';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import styles from '../task-work.module.css';

interface FileSlotProps {
  task: TaskDetail;
  slot: TaskDetail['files'][number];
  editable: boolean;
}

/** One file the task asks for: what is attached, or that it is required. */
export function FileSlot({ task, slot, editable }: FileSlotProps) {
  const client = useQueryClient();
  const { field, required, files } = slot;
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadFile(
        `/api/deals/${task.dealId}/files?field=${encodeURIComponent(field.id)}&task=${task.id}`,
        file,
      ),
    onSettled: () => client.invalidateQueries({ queryKey: orpc.tasks.key() }),
  });
  return (
    <>
      <div className={styles.slot}>
        <IconFile size={16} className="mute" aria-hidden />
        <span className="grow">
          <b>{field.label}</b>{' '}
          {files.map((file) => (
            <a key={file.id} className="link" href={`/api/files/${file.id}`} download>
              {file.name} <span className="meta">{formatBytes(file.size)}</span>
            </a>
          ))}
          {files.length === 0 && (
            <span className="meta">PDF, picture or spreadsheet, to 20 MB</span>
          )}
        </span>
        {files.length > 0 ? (
          <StateChip tone="ok" icon={IconCheck}>
            Attached
          </StateChip>
        ) : (
          required && (
            <StateChip tone="danger" icon={IconAlertCircle}>
              Required
            </StateChip>
          )
        )}
        {editable && (
          <FileButton
            id={fieldInputId(field.id)}
            label={files.length > 0 ? 'Add another' : 'Add file'}
            name={`Add ${field.label}`}
            loading={upload.isPending}
            onFile={(file) => upload.mutate(file)}
          />
        )}
      </div>
      <ProblemAlert error={upload.error} />
    </>
  );
}
