import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Instant } from '../../../ui/instant.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import { occurrenceKey, type Deal } from '../deal.ts';
import { EndWaitDialog, type EndWaitDialogProps } from './end-wait-dialog.tsx';

type Choice = Pick<EndWaitDialogProps, 'wait' | 'port'>;

const kinds: Record<Choice['wait']['kind'], string> = {
  wait: '',
  each: 'for each item',
  process: 'another deal',
  webhook: 'answer of another system',
};

/** Waits of the current stage; whoever may, ends one through a port, with a reason (E17). */
export function WaitRows({ deal }: { deal: Deal }) {
  const [choice, setChoice] = useState<Choice>();
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
      {choice && (
        <EndWaitDialog dealId={deal.id} {...choice} onClose={() => setChoice(undefined)} />
      )}
    </>
  );
}
