import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import type { Deal } from '../deal.ts';
import { IncidentDialog } from './incident-dialog.tsx';
import { askedChoices, incidentWords, type AskedChoice } from './incident-words.ts';
import styles from '../deal-page.module.css';

type Incident = Deal['incidents'][number];
type Choice = Incident['choices'][number];

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
      <p className="soft">
        {incident.cause}.
        {deal.closedAt === null ? ' Other steps go on.' : ' The deal stays closed.'}
      </p>
      {deal.may.resolve && deal.hold === null && <Choices deal={deal} incident={incident} />}
    </Panel>
  ));
}

function Choices({ deal, incident }: { deal: Deal; incident: Incident }) {
  const client = useQueryClient();
  const [asked, setAsked] = useState<AskedChoice>();
  const resolve = async (choice: Choice, said: { reason?: string; reasons?: string[] }) => {
    try {
      await api.deals.resolveIncident({ dealId: deal.id, incident: incident.id, choice, ...said });
    } finally {
      await client.invalidateQueries({ queryKey: orpc.deals.key() });
    }
  };
  const retry = useMutation({ mutationFn: () => resolve('retry', {}) });
  const may = (choice: Choice) => incident.choices.includes(choice);
  return (
    <>
      <ProblemAlert error={retry.error} />
      <div className={styles.choices}>
        {may('retry') && (
          <Button loading={retry.isPending} onClick={() => retry.mutate()}>
            Retry
          </Button>
        )}
        {askedChoices.filter(may).map((choice) => (
          <Button key={choice} variant="default" onClick={() => setAsked(choice)}>
            {incidentWords(choice, incident.title).button}
          </Button>
        ))}
      </div>
      {asked && (
        <IncidentDialog
          title={incident.title}
          choice={asked}
          lostReasons={deal.drawing.outcomes.lost.reasons}
          onConfirm={(said) => resolve(asked, said)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
