import type { Database } from '#prisma/client.ts';
import type { SetAsideRow } from '../../contract/session.ts';
import { setAsideWords } from '../../describe/set-aside-words.ts';

const MOST = 100;

interface Row {
  kind: SetAsideRow['kind'];
  ref: string;
  cause: string;
  since: Date;
  attempts: number;
  next_at: Date | null;
  deal_id: string | null;
  deal_name: string | null;
}

/**
 * Rows of the outboxes that could not be worked on, and mails and webhooks that were given up while the
 * incident of their step is open.
 */
export async function readSetAside(database: Database): Promise<SetAsideRow[]> {
  const rows = await database.$queryRaw<Row[]>`
    WITH failing AS (
      SELECT kind, ref, cause, since, attempts, next_at, deal_id FROM set_aside
      UNION ALL
      SELECT 'mail', m.id, substr(m.closed_why, 8), i.opened_at, 1, NULL, m.deal_id
      FROM message m JOIN incident i ON i.deal_id = m.deal_id AND i.run_no = m.run_no
        AND i.stage = m.stage AND i.step = m.step AND i.resolved_at IS NULL AND i.code = 'not-composed'
      WHERE m.closed_why LIKE 'failed:%'
      UNION ALL
      SELECT 'webhook', w.id, substr(w.closed_why, 8), i.opened_at, 1, NULL, w.deal_id
      FROM webhook_delivery w JOIN incident i ON i.deal_id = w.deal_id AND i.run_no = w.run_no
        AND i.stage = w.stage AND i.step = w.step AND i.resolved_at IS NULL AND i.code = 'not-composed'
      WHERE w.closed_why LIKE 'failed:%'
    )
    SELECT f.*, d.number || ' ' || d.title AS deal_name
    FROM failing f LEFT JOIN deal d ON d.id = f.deal_id
    ORDER BY f.since LIMIT ${MOST}`;
  return rows.map(({ kind, ref, cause, since, attempts, next_at, deal_id, deal_name }) => ({
    kind,
    ref,
    cause,
    attempts,
    ...setAsideWords(kind, next_at === null),
    deal:
      deal_id === null
        ? null
        : {
            id: deal_id,
            name: deal_name ?? 'A deal',
          },
    since: since.toISOString(),
    nextAt: next_at?.toISOString() ?? null,
  }));
}
