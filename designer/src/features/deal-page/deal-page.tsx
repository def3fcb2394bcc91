import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { orpc } from '../../lib/api-client.ts';
import { Crumb, PageHeader } from '../../ui/page-header.tsx';
import { QueryState } from '../../ui/feedback/query-state.tsx';
import { DealApprovals } from './blocks/deal-approvals.tsx';
import { DealBeside } from './blocks/deal-beside.tsx';
import { DealBlockers } from './blocks/deal-blockers.tsx';
import { DealClocks } from './blocks/deal-clocks.tsx';
import { DealFields } from './fields/deal-fields.tsx';
import { DealFiles } from './blocks/deal-files.tsx';
import { DealIncidents } from './incidents/deal-incidents.tsx';
import { DealItems } from './blocks/deal-items.tsx';
import { DealLinked } from './blocks/deal-linked.tsx';
import { DealMails } from './mail/deal-mails.tsx';
import { DealPeople } from './blocks/deal-people.tsx';
import { DealPosition } from './position/deal-position.tsx';
import { DealSkeleton } from './deal-skeleton.tsx';
import { DealStands } from './position/deal-stands.tsx';
import { DealSummary } from './deal-summary.tsx';
import { DealTasks } from './blocks/deal-tasks.tsx';
import { DealTimeline } from './timeline/deal-timeline.tsx';
import { DealWebhooks } from './blocks/deal-webhooks.tsx';
import { DealActions } from './moves/deal-actions.tsx';
import type { Deal } from './deal.ts';
import styles from './deal-page.module.css';

/** One deal: what blocks it first, then the work, then what happened and why. */
export function DealPage() {
  const { dealId } = useParams({ from: '/shell/deals/$dealId' });
  const query = useQuery(orpc.deals.get.queryOptions({ input: { dealId } }));
  const deal = query.data;
  const search = deal ? { process: deal.processKey } : {};
  return (
    <>
      <PageHeader
        lead={
          <Crumb to="/opportunities" search={search}>
            Opportunities
          </Crumb>
        }
        title={deal ? `${deal.customer}, ${deal.title}` : 'Deal'}
        meta={
          deal && (
            <>
              <span className="mono">{deal.number}</span>
              <span className={styles.version}>v{deal.version}</span>
            </>
          )
        }
      >
        {deal && <DealActions deal={deal} />}
      </PageHeader>
      <QueryState
        query={query}
        failed="The deal did not load"
        stillWorks="The deal itself goes on."
        skeleton={<DealSkeleton />}
      >
        {(loaded) => <DealBody deal={loaded} />}
      </QueryState>
    </>
  );
}

function DealBody({ deal }: { deal: Deal }) {
  return (
    <div className={styles.scroll}>
      <DealStands deal={deal} />
      <DealSummary deal={deal} />
      <div className={styles.columns}>
        <div>
          <DealIncidents deal={deal} />
          <DealBlockers deal={deal} />
          <DealTasks deal={deal} />
          <DealApprovals deal={deal} />
          <DealItems deal={deal} />
          <DealTimeline dealId={deal.id} />
        </div>
        <div>
          <DealPosition deal={deal} />
          <DealClocks deal={deal} />
          <DealBeside deal={deal} />
          <DealFields deal={deal} />
          <DealMails deal={deal} />
          <DealWebhooks deal={deal} />
          <DealFiles deal={deal} />
          <DealLinked deal={deal} />
          <DealPeople deal={deal} />
        </div>
      </div>
    </div>
  );
}
