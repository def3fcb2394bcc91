import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../../ui/dialog/reason-field.tsx';
import type { DealTask } from '../deal.ts';
import { seenTask } from '../use-task-acts.ts';

interface WaiveDialogProps {
  customer: string;
  task: DealTask;
  onClose: () => void;
}

/** The deal goes on without a task, with a reason. */
export function WaiveDialog({ customer, task, onClose }: WaiveDialogProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const waive = async () => {
    await api.tasks.waive({ ...seenTask(task), reason: reason.trim() });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`Waive ${task.title}?`}
      confirmLabel="Waive the task"
      cancelLabel="Keep the task"
      confirmDisabled={!isReason(reason)}
      onConfirm={waive}
    >
      <p>{customer} goes on without it. The timeline and reports record the reason.</p>
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
