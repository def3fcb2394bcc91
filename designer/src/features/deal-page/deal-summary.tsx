import { IconCheck, IconX } from '@tabler/icons-react';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { PersonName } from '../../ui/initials.tsx';
import { Money } from '../../ui/money.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { dealStateWord } from './position/deal-state-word.ts';
import { isClosed, type Deal } from './deal.ts';
import { OwnerPicker } from './fields/owner-picker.tsx';
import styles from './deal-summary.module.css';

/** The figures of the deal and the stages it passes. */
export function DealSummary({ deal }: { deal: Deal }) {
  return (
    <section className={styles.head} aria-label="Summary">
      <Facts
        layout="row"
        items={[
          { label: 'Value', value: <Money minor={deal.valueMinor} currency={deal.currency} /> },
          { label: 'Owner', value: <Owner deal={deal} /> },
          { label: 'Probability', value: `${deal.probability} %` },
          { label: 'Source', value: deal.source },
          { label: 'Registered', value: <Instant at={deal.createdAt} /> },
          ...(isClosed(deal) ? [{ label: 'Closed', value: <Outcome deal={deal} /> }] : []),
        ]}
      />
      <ol className={styles.steps}>
        {deal.stages.map((stage, index) => (
          <li
            key={stage.stage}
            className={`${styles[stage.state] ?? ''} ${isLate(stage, deal) ? styles.late : ''}`}
            aria-current={stage.state === 'current' ? 'step' : undefined}
          >
            <span className={styles.track}>
              <i style={{ width: `${fill(stage)}%` }} />
            </span>
            <span className={styles.name}>
              <span className={styles.number}>
                <StageMark state={stage.state} number={index + 1} />
              </span>
              <b className="cut" title={stage.name}>
                {stage.name}
              </b>
            </span>
            <span className={`meta cut ${isLate(stage, deal) ? 'danger' : ''}`}>
              {stage.text}
              {isLate(stage, deal) && ', overdue'}
              {stage.due && (
                <>
                  , due <Instant {...stage.due} />
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A tick where it is done, a cross where the deal was lost. */
function StageMark({ state, number }: { state: Deal['stages'][number]['state']; number: number }) {
  if (state === 'done') return <IconCheck size={12} stroke={2.4} />;
  return state === 'lost' ? <IconX size={12} stroke={2.4} aria-label="lost here" /> : number;
}

/** The stage that the deal is in, past its due; on hold its clock stands. */
function isLate({ due }: Deal['stages'][number], deal: Deal): boolean {
  return due !== null && deal.state === 'open' && new Date(due.at) < new Date();
}

function fill({ state, usedRatio }: Deal['stages'][number]): number {
  if (state === 'done') return 100;
  return state === 'current' ? Math.round(Math.min(usedRatio ?? 0, 1) * 100) : 0;
}

function Owner({ deal }: { deal: Deal }) {
  if (deal.may.assign && !isClosed(deal)) return <OwnerPicker deal={deal} />;
  return deal.owner ? <PersonName name={deal.owner.name} /> : <span className="warn">nobody</span>;
}

function Outcome({ deal }: { deal: Deal }) {
  return (
    <span className="row">
      <StateChip tone={deal.state === 'lost' ? 'danger' : 'ok'}>
        {dealStateWord(deal.state)}
      </StateChip>
      <span className="cut">{deal.outcomeReasons.join(', ')}</span>
    </span>
  );
}
