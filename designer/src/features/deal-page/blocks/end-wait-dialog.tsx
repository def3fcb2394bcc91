import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../../ui/dialog/reason-field.tsx';
import type { Deal } from '../deal.ts';

export interface EndWaitDialogProps {
  dealId: string;
  wait: Deal['waits'][number];
  port: { id: string; label: string };
  onClose: () => void;
}

/** Ends a wait through a port, with a reason (E17). */
export function EndWaitDialog({ dealId, wait, port, onClose }: EndWaitDialogProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const end = async () => {
    const { step, stage, visit, round } = wait;
    const ref = { dealId, stage, step, visit, round };
    await api.deals.endWait({ ...ref, port: port.id, reason: reason.trim() });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`End ${wait.title} as “${port.label}”?`}
      confirmLabel="End the wait"
      cancelLabel="Keep waiting"
      confirmDisabled={!isReason(reason)}
      onConfirm={end}
    >
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
