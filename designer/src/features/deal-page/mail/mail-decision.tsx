import { Button } from '@mantine/core';
import { api } from '../../../lib/api-client.ts';
import { Instant } from '../../../ui/instant.tsx';
import type { Deal } from '../deal.ts';
import styles from '../deal-page.module.css';
import { useActAtOnce } from '../use-act-at-once.ts';

type Mail = Deal['mails'][number];

/** What a person can say about a mail that the server never answered, and what each answer does. */
export function MailDecision({ deal, mail }: { deal: Deal; mail: Mail }) {
  const { busy, act } = useActAtOnce();
  const { doubt } = mail;
  if (!doubt) return null;
  if (doubt.decision !== null) return <Decided mail={mail} />;
  const decide = (decision: 'accepted' | 'again', done: string) => {
    const { id, attempt } = mail;
    act(done, () => api.deals.decideMail({ dealId: deal.id, mail: id, attempt, decision }));
  };
  return (
    <>
      <p className="soft">
        The mail server took this mail and never answered. Look in its log, or ask the customer.{' '}
        <strong>The mail server accepted it</strong> counts it as sent, and the deal goes on.{' '}
        <strong>Send again</strong> sends it once more, not before <Instant at={doubt.until} />:
        until then the server may still deliver the first one.
      </p>
      {deal.may.decideMail && (
        <div className={styles.choices}>
          <Button
            disabled={busy}
            onClick={() => decide('accepted', `“${mail.subject}” counts as sent`)}
          >
            The mail server accepted it
          </Button>
          <Button
            variant="default"
            disabled={busy}
            onClick={() => decide('again', `“${mail.subject}” goes out again`)}
          >
            Send again
          </Button>
        </div>
      )}
    </>
  );
}

function Decided({ mail: { doubt, decided } }: { mail: Mail }) {
  const what = doubt?.decision === 'accepted' ? 'counts as sent' : 'is sent again';
  return (
    <p className="soft">
      {decided?.by} decided that it {what}
      {doubt?.decision === 'again' && (
        <>
          , not before <Instant at={doubt.until} />
        </>
      )}
      .
    </p>
  );
}
