import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../lib/api-client.ts';
import { Instant } from '../../ui/instant.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import type { Deal } from './deal.ts';
import styles from './deal-page.module.css';

type Incident = Deal['incidents'][number];

/** Steps that could not go on: the cause, and the choices of the person who may resolve it. */
export function DealIncidents({ deal }: { deal: Deal }) {
  return deal.incidents.map((incident) => (
    <Panel
      key={incident.id}
      tone="danger"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      title={incident.title}
      meta={<Instant at={incident.openedAt} />}
    >
      <p className="soft">{incident.cause} Other steps go on.</p>
      {deal.may.resolve && <Choices deal={deal} incident={incident} />}
    </Panel>
  ));
}

function Choices({ deal, incident }: { deal: Deal; incident: Incident }) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const resolve = useMutation({
    mutationFn: (choice: 'retry' | 'skip') =>
      api.deals.resolveIncident({
        dealId: deal.id,
        incident: incident.id,
        choice,
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: orpc.deals.key() }),
  });
  const may = (choice: 'retry' | 'skip') => incident.choices.includes(choice);
  return (
    <>
      <ProblemAlert error={resolve.error} />
      <div className={styles.choices}>
        {may('retry') && (
          <Button loading={resolve.isPending} onClick={() => resolve.mutate('retry')}>
            Retry
          </Button>
        )}
        {may('skip') && (
          <>
            <TextInput
              className="grow"
              aria-label="Reason to skip"
              placeholder="Why it can be skipped"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              variant="default"
              disabled={reason.trim().length < 3 || resolve.isPending}
              onClick={() => resolve.mutate('skip')}
            >
              Skip
            </Button>
          </>
        )}
      </div>
    </>
  );
}
