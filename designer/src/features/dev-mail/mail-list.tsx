import { Button } from '@mantine/core';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#api/contract/contract.ts';
import { Instant } from '../../ui/instant.tsx';
import styles from './dev-mail-page.module.css';

type Mail = InferContractRouterOutputs<typeof contract>['devMail']['list']['items'][number];

interface MailListProps {
  mails: Mail[];
  selected: string | undefined;
  onSelect: (id: string) => void;
  more: (() => void) | undefined;
}

export function MailList({ mails, selected, onSelect, more }: MailListProps) {
  const current = selected ?? mails[0]?.id;
  return (
    <ul className={styles.list} aria-label="Mails, newest first">
      {mails.map((mail) => (
        <li key={mail.id}>
          <button
            type="button"
            className={`${styles.item} ${mail.id === current ? styles.selected : ''}`}
            aria-current={mail.id === current}
            onClick={() => onSelect(mail.id)}
          >
            <span className={styles.line}>
              <b className="cut">{mail.subject}</b>
              <span className="meta">
                <Instant at={mail.receivedAt} />
              </span>
            </span>
            <span className="soft cut">{mail.to.join(', ')}</span>
          </button>
        </li>
      ))}
      {more !== undefined && (
        <li className={styles.more}>
          <Button variant="default" size="xs" onClick={more}>
            Earlier mails
          </Button>
        </li>
      )}
    </ul>
  );
}
