import { IconAlertTriangle, IconClock, IconMail, IconX } from '@tabler/icons-react';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Deal } from '../deal.ts';
import { MailDecision } from './mail-decision.tsx';
import styles from '../deal-page.module.css';

type Mail = Deal['mails'][number];

const states: Record<string, { icon: typeof IconMail; tone: string; word: string }> = {
  accepted: { icon: IconMail, tone: 'ok', word: 'sent' },
  planned: { icon: IconClock, tone: 'mute', word: 'waits' },
  claimed: { icon: IconClock, tone: 'mute', word: 'being sent' },
  unconfirmed: { icon: IconAlertTriangle, tone: 'warn', word: 'unconfirmed' },
  closed: { icon: IconX, tone: 'danger', word: 'not sent' },
};

/** Mails of the process to the customer, and why some did not go. */
export function DealMails({ deal }: { deal: Deal }) {
  return (
    <Panel title="Mails" meta={deal.contact.email ?? 'no address known'} padded={false}>
      {deal.mails.length === 0 ? (
        <p className={styles.none}>The process has not written to the customer yet.</p>
      ) : (
        <ul className={styles.list}>
          {deal.mails.map((mail) => (
            <MailRow key={mail.id} deal={deal} mail={mail} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function MailRow({ deal, mail }: { deal: Deal; mail: Mail }) {
  const {
    icon: Icon,
    tone,
    word,
  } = states[mail.state] ?? {
    icon: IconMail,
    tone: 'mute',
    word: mail.state,
  };
  return (
    <li className={styles.wraps}>
      <Icon size={16} className={tone} aria-hidden />
      <div className="grow">
        <b className="cut">{mail.subject}</b>
        {mail.why !== null && <span className="meta">{mail.why}</span>}
        {mail.doubt === null && mail.decided !== null && (
          <span className="meta">{mail.decided.by} decided about it</span>
        )}
      </div>
      <span className="meta">
        {word} <Instant at={mail.at} />
      </span>
      {mail.doubt !== null && (
        <div className={styles.below}>
          <MailDecision deal={deal} mail={mail} />
        </div>
      )}
    </li>
  );
}
