import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../lib/api-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import type { Deal, DealTask } from './deal.ts';
import { useActAtOnce } from './use-act-at-once.ts';

/** What the owner and managers do to a task from the deal: request, not needed, waive. */
export function useTaskActs(deal: Deal) {
  const client = useQueryClient();
  const { act } = useActAtOnce();
  const [waived, setWaived] = useState<DealTask>();
  const [reason, setReason] = useState('');
  const revisionOf = async (task: DealTask) => {
    const taskId = task.id ?? '';
    return { taskId, revision: (await api.tasks.get({ taskId })).revision };
  };
  const close = () => {
    setWaived(undefined);
    setReason('');
  };
  const confirm = async () => {
    if (!waived) return;
    await api.tasks.waive({ ...(await revisionOf(waived)), reason: reason.trim() });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
    close();
  };
  return {
    request: (task: DealTask) =>
      act(`${task.title} is requested`, async () => api.tasks.request(await revisionOf(task))),
    notNeeded: (task: DealTask) =>
      act(`${task.title} is not needed`, async () => api.tasks.notNeeded(await revisionOf(task))),
    waive: setWaived,
    dialog: (
      <ConfirmDialog
        opened={waived !== undefined}
        onClose={close}
        title={`Waive ${waived?.title ?? ''}?`}
        confirmLabel="Waive the task"
        cancelLabel="Keep the task"
        confirmDisabled={!isReason(reason)}
        onConfirm={confirm}
      >
        <p>{deal.customer} goes on without it. The reason stands in the timeline and in reports.</p>
        <ReasonField value={reason} onChange={setReason} />
      </ConfirmDialog>
    ),
  };
}
