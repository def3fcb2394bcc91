import { Button } from '@mantine/core';
import { Instant } from '../../ui/instant.tsx';
import { Panel } from '../../ui/panel.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useSession } from '../../lib/session.ts';
import { isClosed, type Deal } from './deal.ts';
import { useDealActs } from './use-deal-acts.ts';
import styles from './deal-page.module.css';

type Clock = Deal['clocks'][number];

/** Clocks of the process as a whole, and every one that is late and nobody has taken note of. */
export function DealClocks({ deal }: { deal: Deal }) {
  const acts = useDealActs(deal);
  const { person } = useSession();
  if (deal.clocks.length === 0) return null;
  const mayNote = !isClosed(deal) && deal.hold === null && (deal.may.edit || person.role === 'ops');
  return (
    <Panel title="Clocks" padded={false}>
      {mayNote && deal.clocks.some(isUnnoted) && (
        <p className="meta">
          Take note: no higher level is raised for four business hours, once for each clock.
        </p>
      )}
      <ul className={styles.list}>
        {deal.clocks.map((clock) => (
          <li key={`${clock.clock}/${clock.cycle}`}>
            <span className="grow">
              <b className="cut">{clock.name}</b>
              <span className="meta">
                {clock.state === 'paused' ? 'stands; was due ' : 'due '}
                <Instant at={clock.dueAt} zone={clock.dueZone} />
                {clock.acknowledgedAt !== null && (
                  <>
                    , noted <Instant at={clock.acknowledgedAt} />
                  </>
                )}
              </span>
            </span>
            <ClockState clock={clock} />
            {mayNote && isUnnoted(clock) && (
              <Button
                size="xs"
                variant="default"
                loading={acts.busy}
                aria-label={`Take note that ${clock.name} is late`}
                onClick={() => acts.acknowledge(clock)}
              >
                Take note
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function isUnnoted({ state, acknowledgedAt }: Clock): boolean {
  return state === 'breached' && acknowledgedAt === null;
}

function ClockState({ clock: { state } }: { clock: Clock }) {
  if (state === 'breached') return <StateChip tone="danger">Overdue</StateChip>;
  if (state === 'paused') return <StateChip tone="hold">Paused</StateChip>;
  return <StateChip>Running</StateChip>;
}
