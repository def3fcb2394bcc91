import type { z } from 'zod';
import type { Database } from '#prisma/client.ts';
import type { dealHold, linkedDeals } from '../../contract/deal-parts.ts';
import type { DetailRow } from './read-deal.ts';

interface LinkedRow {
  id: string;
  number: string;
  title: string;
  state: string;
  process: string;
  relation: 'parent' | 'child';
}

/** The deal that started this one, and those that it started. */
export async function readLinks(
  database: Database,
  row: DetailRow,
): Promise<z.infer<typeof linkedDeals>> {
  const rows = await database.$queryRaw<LinkedRow[]>`
    SELECT o.id, o.number, o.title, o.state, p.name AS process,
      CASE WHEN o.parent_deal_id = ${row.id} THEN 'child' ELSE 'parent' END AS relation
    FROM deal o JOIN process p ON p.key = o.process_key
    WHERE o.parent_deal_id = ${row.id}
      OR o.id = (SELECT parent_deal_id FROM deal WHERE id = ${row.id})
    ORDER BY o.created_at, o.id LIMIT 100`;
  const before = row.continued_from
    ? await database.process.findUnique({ where: { key: row.continued_from } })
    : null;
  const shown = rows.map(({ relation, ...deal }) => ({ relation, deal }));
  return {
    parent: shown.find(({ relation }) => relation === 'parent')?.deal ?? null,
    children: shown.filter(({ relation }) => relation === 'child').map(({ deal }) => deal),
    continuedFrom: before?.name ?? null,
  };
}

/** Why the deal stands; null while it does not. */
export async function readHold(
  database: Database,
  row: DetailRow,
): Promise<z.infer<typeof dealHold> | null> {
  if (row.state !== 'on_hold') return null;
  const [reason, by] = await Promise.all([
    row.hold_reason && database.submission.findUnique({ where: { id: row.hold_reason } }),
    row.held_by_id && database.person.findUnique({ where: { id: row.held_by_id } }),
  ]);
  const text = reason ? (reason.values as { text?: string }).text : undefined;
  const freezes = row.run_state?.freezes ?? [];
  return {
    until: row.held_until?.toISOString() ?? null,
    reason: text ?? null,
    by: by ? { id: by.id, name: by.name } : null,
    process: freezes.some(({ id }) => id !== 'hold'),
  };
}
