import { StateChip } from '../../../ui/state-chip.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { occurrenceKey, type Deal } from '../deal.ts';
import { stepStateWord } from '../position/step-state-word.ts';
import styles from '../deal-page.module.css';

/** What runs beside the stages: rails, and work that earlier stages left under way. */
export function DealBeside({ deal }: { deal: Deal }) {
  return (
    <>
      {deal.rails.map((rail) => (
        <Panel
          key={rail.rail}
          title={rail.name}
          meta={
            <>
              beside the stages since <Instant at={rail.since} />
            </>
          }
          padded={false}
        >
          <ul className={styles.list}>
            {rail.steps.map(({ step, name, status }) => (
              <li key={step}>
                <b className="grow cut">{name}</b>
                <StateChip tone={status === 'incident' ? 'danger' : 'neutral'}>
                  {stepStateWord(status)}
                </StateChip>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
      {deal.carried.length > 0 && (
        <Panel title="Carried along" meta="from earlier stages" padded={false}>
          <ul className={styles.list}>
            {deal.carried.map((work) => (
              <li key={occurrenceKey(work)}>
                <span className="grow">
                  <b className="cut">{work.title}</b>
                  <span className="meta">
                    from {work.stageName}, done by {work.until}
                  </span>
                </span>
                <StateChip>{stepStateWord(work.status)}</StateChip>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
