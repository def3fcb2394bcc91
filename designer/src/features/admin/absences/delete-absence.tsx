import { useQueryClient } from '@tanstack/react-query';
import { api, orpc } from '../../../lib/api-client.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { Absence } from '../admin-data.ts';

export function DeleteAbsence({ absence, onClose }: { absence: Absence; onClose: () => void }) {
  const client = useQueryClient();
  const { id, revision, person, from, to } = absence;
  const remove = async () => {
    await api.absences.remove({ id, revision });
    await client.invalidateQueries({ queryKey: orpc.absences.key() });
    showToast({ tone: 'ok', title: `The absence of ${person.name} is deleted` });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`Delete the absence of ${person.name}?`}
      confirmLabel="Delete the absence"
      cancelLabel="Keep the absence"
      danger
      onConfirm={remove}
    >
      <p>
        <Instant at={from} /> to <Instant at={to} />. New work goes to {person.name} again; what the
        substitute has stays there.
      </p>
    </ConfirmDialog>
  );
}
