import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api-client.ts';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import styles from './dev-mail-page.module.css';

/** One mail as it arrived: headers, then the text part, which is what every client can show. */
export function MailMessage({ id }: { id: string | undefined }) {
  const query = useQuery({
    ...orpc.devMail.get.queryOptions({ input: { id: id ?? '' } }),
    enabled: id !== undefined,
  });
  return (
    <article className={styles.message} aria-label="Mail">
      <QueryState query={query} failed="The mail did not load">
        {(mail) => (
          <>
            <h2 className={styles.subject}>{mail.subject}</h2>
            <Facts
              layout="list"
              items={[
                { label: 'From', value: mail.from },
                { label: 'To', value: mail.to.join(', ') },
                { label: 'Received', value: <Instant at={mail.receivedAt} /> },
              ]}
            />
            <pre className={styles.text}>{mail.text}</pre>
            <details>
              <summary className="link">Headers</summary>
              <dl className={styles.headers}>
                {mail.headers.map((header, index) => (
                  <div key={index}>
                    <dt>{header.name}</dt>
                    <dd>{header.value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </>
        )}
      </QueryState>
    </article>
  );
}
