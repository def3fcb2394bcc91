import { Select } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { Deal } from '../deal.ts';
import { eventsOf } from './events-of.ts';

/** Tells the run of something that happened outside: an answer, a visit, a payment. */
export function ExternalEventDialog({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const client = useQueryClient();
  const events = eventsOf(deal.drawing);
  const [name, setName] = useState<string | null>(events[0] ?? null);
  const tell = async () => {
    await api.deals.event({ dealId: deal.id, name: name ?? '' });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
    showToast({ tone: 'ok', title: `The process knows of “${name}”` });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title="Tell the process of an event"
      confirmLabel="Tell the process"
      cancelLabel="Nothing happened"
      confirmDisabled={name === null}
      onConfirm={tell}
    >
      {events.length === 0 ? (
        <p>This process waits for no event.</p>
      ) : (
        <Select
          label="What happened"
          description="Every wait for it ends."
          allowDeselect={false}
          data={events}
          value={name}
          onChange={setName}
        />
      )}
    </ConfirmDialog>
  );
}
