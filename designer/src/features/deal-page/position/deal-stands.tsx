import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IconType } from '../../../ui/state-chip.tsx';
import { Instant } from '../../../ui/instant.tsx';
import type { Deal } from '../deal.ts';
import { useDealActs } from '../use-deal-acts.ts';
import styles from './deal-stands.module.css';

/** What holds the deal as a whole: a hold, its process, a way back that waits for a person, a risk. */
export function DealStands({ deal }: { deal: Deal }) {
  const { hold, disarmed, atRisk } = deal;
  const acts = useDealActs(deal);
  return (
    <>
      {hold !== null && (
        <Banner icon={IconPlayerPause} tone="hold">
          <Held hold={hold} />
          {deal.may.resume && (
            <Button size="xs" variant="default" loading={acts.busy} onClick={acts.resume}>
              Resume
            </Button>
          )}
        </Banner>
      )}
      {disarmed && (
        <Banner icon={IconArrowBackUp} tone="hold">
          <span className="grow">
            <b>This deal came back.</b> It moves on by itself only after work was done, or when it
            is continued.
          </span>
          {deal.may.arm && (
            <Button size="xs" variant="default" loading={acts.busy} onClick={acts.arm}>
              Continue
            </Button>
          )}
        </Banner>
      )}
      {atRisk && (
        <Banner icon={IconAlertTriangle} tone="danger">
          <span>
            <b>At risk.</b> An escalation marked this deal, and what is late is still open.
          </span>
        </Banner>
      )}
    </>
  );
}

function Held({ hold }: { hold: NonNullable<Deal['hold']> }) {
  const { until, reason, by, process } = hold;
  return (
    <span className="grow">
      <b>
        {until === null ? 'On hold' : 'On hold until '}
        {until !== null && <Instant at={until} />}.
      </b>{' '}
      {reason !== null && `“${reason}” `}
      {by !== null && <span className="meta">{by.name}. </span>}
      {process && 'Its whole process is paused. '}
      No clock runs and nothing starts.
    </span>
  );
}

interface BannerProps {
  icon: IconType;
  tone: 'hold' | 'danger';
  children: ReactNode;
}

function Banner({ icon: Icon, tone, children }: BannerProps) {
  return (
    <div className={`${styles.banner} ${styles[tone]}`} role="status">
      <Icon size={16} aria-hidden />
      {children}
    </div>
  );
}
