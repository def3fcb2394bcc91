import { IconAlertTriangle, IconCheck, IconClock, IconSend, IconX } from '@tabler/icons-react';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Deal } from '../deal.ts';
import styles from '../deal-page.module.css';

type Webhook = Deal['webhooks'][number];
interface Look {
  icon: typeof IconX;
  tone: string;
  word: string;
}

function lookOf({ state, attempts }: Webhook): Look {
  switch (state) {
    case 'delivered':
      return { icon: IconCheck, tone: 'ok', word: 'delivered' };
    case 'failed':
      return { icon: IconX, tone: 'danger', word: 'not delivered' };
    case 'claimed':
      return { icon: IconSend, tone: 'mute', word: 'being sent' };
    case 'planned':
      return attempts === 0
        ? { icon: IconClock, tone: 'mute', word: 'waits' }
        : { icon: IconAlertTriangle, tone: 'warn', word: 'tried again' };
  }
}

/** What the process told other systems, and what they answered; nothing where it has told none. */
export function DealWebhooks({ deal }: { deal: Deal }) {
  if (deal.webhooks.length === 0) return null;
  return (
    <Panel title="Webhooks" meta="to other systems" padded={false}>
      <ul className={styles.list}>
        {deal.webhooks.map((webhook) => (
          <WebhookRow key={webhook.id} webhook={webhook} />
        ))}
      </ul>
    </Panel>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { icon: Icon, tone, word } = lookOf(webhook);
  return (
    <li>
      <Icon size={16} className={tone} aria-hidden />
      <span className="grow">
        <b className="cut" title={webhook.title}>
          {webhook.title}
        </b>
        <span className={`meta ${styles.wrap}`}>{triedWords(webhook)}</span>
        {webhook.why !== null && <span className={`meta ${styles.wrap}`}>{webhook.why}</span>}
      </span>
      <span className={`meta ${styles.when}`}>
        {word} <Instant at={webhook.nextAt ?? webhook.at} />
      </span>
    </li>
  );
}

/** 'erp.example.com, 2 attempts, answered 503' */
function triedWords({ host, attempts, status }: Webhook): string {
  const tried = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  const answered = status === null ? 'no answer' : `answered ${status}`;
  return [host, ...(attempts === 0 ? [] : [tried, answered])].filter(Boolean).join(', ');
}
