import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { isReason, ReasonField } from '../../../ui/dialog/reason-field.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { Deal } from '../deal.ts';

/** A closed deal begins again at a stage of the newest version (E16). */
export function ReopenDialog({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const client = useQueryClient();
  const { stages } = deal.drawing;
  const [stage, setStage] = useState<string | null>(stages[0]?.id ?? null);
  const [reason, setReason] = useState('');
  const reopen = async () => {
    await api.deals.reopen({ dealId: deal.id, stage: stage ?? '', reason: reason.trim() });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
    showToast({ tone: 'ok', title: 'The deal is open again' });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title="Reopen this deal?"
      confirmLabel="Reopen the deal"
      cancelLabel="Keep it closed"
      confirmDisabled={stage === null || !isReason(reason)}
      onConfirm={reopen}
    >
      <p>{deal.customer} begins again on the newest version of the process.</p>
      <Select
        label="At which stage"
        required
        allowDeselect={false}
        data={stages.map(({ id, name }) => ({ value: id, label: name }))}
        value={stage}
        onChange={setStage}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
