import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/api-client.ts';
import { Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { SetAsidePanel } from './set-aside-panel.tsx';
import styles from './status-page.module.css';

/** What runs: every part with its state, and what waits for a person. */
export function StatusPage() {
  const query = useQuery({ ...orpc.status.status.queryOptions(), refetchInterval: 5000 });
  return (
    <>
      <PageHeader title="What runs" meta={query.data && <Instant at={query.data.at} />} />
      <div className={styles.page}>
        <QueryState query={query} failed="The status did not load">
          {(status) => (
            <>
              <Panel title="Parts" meta={`Stagewright ${status.version}`} padded={false}>
                <table className="rows">
                  <thead>
                    <tr>
                      <th scope="col">Part</th>
                      <th scope="col">State</th>
                      <th scope="col">Detail</th>
                    </tr>
                  </thead>
                  <tbody>
                    {status.parts.map((part) => (
                      <tr key={part.name}>
                        <td>
                          <b>{part.name}</b>
                        </td>
                        <td>
                          {part.ok ? (
                            <StateChip tone="ok">Runs</StateChip>
                          ) : (
                            <StateChip tone="danger">Does not answer</StateChip>
                          )}
                        </td>
                        <td className="soft">{part.detail}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Panel>
              <SetAsidePanel rows={status.setAside} />
              <Panel title="Work">
                <Facts
                  layout="row"
                  items={[
                    { label: 'Open deals', value: status.openDeals },
                    { label: 'Steps stopped', value: status.openIncidents },
                    { label: 'Mails waiting', value: status.mail.waiting },
                    { label: 'Mails unconfirmed', value: status.mail.unconfirmed },
                    { label: 'Set aside', value: status.setAside.length },
                  ]}
                />
              </Panel>
            </>
          )}
        </QueryState>
      </div>
    </>
  );
}
