import { Button, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../lib/api-client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Instant } from '../../ui/instant.tsx';
import { isReason, ReasonField } from '../../ui/reason-field.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { occurrenceKey, type Deal } from './deal.ts';

interface Choice {
  wait: Deal['waits'][number];
  port: { id: string; label: string };
}

const kinds: Record<Choice['wait']['kind'], string> = {
  wait: '',
  each: 'for each item',
  process: 'another deal',
  webhook: 'answer of another system',
};

/** Waits of the current stage; whoever may, ends one through a port, with a reason (E17). */
export function WaitRows({ deal }: { deal: Deal }) {
  const client = useQueryClient();
  const [choice, setChoice] = useState<Choice>();
  const [reason, setReason] = useState('');
  const end = async () => {
    if (!choice) return;
    const { step, stage, visit, round } = choice.wait;
    const ref = { dealId: deal.id, stage, step, visit, round };
    await api.deals.endWait({ ...ref, port: choice.port.id, reason: reason.trim() });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
    setChoice(undefined);
    setReason('');
  };
  return (
    <>
      {deal.waits.map((wait) => (
        <tr key={occurrenceKey(wait)}>
          <td>
            {wait.title} <span className="meta">{kinds[wait.kind]}</span>
          </td>
          <td />
          <td className="mute">nobody</td>
          <td>
            {wait.until === null ? <span className="mute">—</span> : <Instant at={wait.until} />}
          </td>
          <td />
          <td>
            <StateChip tone="hold">Waiting</StateChip>
          </td>
          <td className="num">
            {deal.may.edit && deal.hold === null && wait.ports.length > 0 && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button size="xs" variant="default">
                    End…
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {wait.ports.map((port) => (
                    <Menu.Item key={port.id} onClick={() => setChoice({ wait, port })}>
                      as “{port.label}”
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </td>
        </tr>
      ))}
      <ConfirmDialog
        opened={choice !== undefined}
        onClose={() => setChoice(undefined)}
        title={`End ${choice?.wait.title ?? ''} as “${choice?.port.label ?? ''}”?`}
        confirmLabel="End the wait"
        cancelLabel="Keep waiting"
        confirmDisabled={!isReason(reason)}
        onConfirm={end}
      >
        <ReasonField value={reason} onChange={setReason} />
      </ConfirmDialog>
    </>
  );
}
