import type { Drawing } from '#core/drawing/drawing.ts';
import type { SignedInContext } from '../../http/request-context.ts';

interface Row {
  key: string;
  name: string;
  draft: Drawing;
  draft_revision: number;
  draft_at: Date;
  draft_by_id: string | null;
  draft_by_name: string | null;
  live_version: number | null;
  published_at: Date | null;
  changed: boolean;
  stands: boolean;
}
interface Figure {
  process_key: string;
  stage: string;
  deals: number;
  overdue: number;
}

/** Open and overdue deals by process and stage. */
async function figures({ services }: SignedInContext): Promise<Figure[]> {
  return services.database.$queryRaw<Figure[]>`
    SELECT process_key, stage, count(*)::int AS deals,
      count(*) FILTER (WHERE stage_due_at < ${services.now()})::int AS overdue
    FROM deal WHERE state IN ('starting', 'open', 'on_hold') GROUP BY process_key, stage`;
}

async function processes({ services }: SignedInContext): Promise<Row[]> {
  return services.database.$queryRaw<Row[]>`
    SELECT p.key, p.name, p.draft, p.draft_revision, p.draft_at, p.draft_by_id,
      b.name AS draft_by_name, v.number AS live_version, v.published_at,
      v.drawing IS DISTINCT FROM p.draft AS changed, p.freeze_id IS NOT NULL AS stands
    FROM process p
    LEFT JOIN person b ON b.id = p.draft_by_id
    LEFT JOIN LATERAL (
      SELECT number, published_at, drawing FROM process_version
      WHERE process_key = p.key ORDER BY number DESC LIMIT 1
    ) v ON true
    ORDER BY p.name, p.key`;
}

function toItem(row: Row, of: Figure[]) {
  const stageDeals = (stage: string) => of.find((figure) => figure.stage === stage)?.deals ?? 0;
  const sum = (value: (figure: Figure) => number) => of.reduce((all, each) => all + value(each), 0);
  return {
    key: row.key,
    name: row.name,
    liveVersion: row.live_version,
    publishedAt: row.published_at?.toISOString() ?? null,
    draftRevision: row.draft_revision,
    draftAt: row.draft_at.toISOString(),
    draftBy:
      row.draft_by_id === null ? null : { id: row.draft_by_id, name: row.draft_by_name ?? '' },
    changed: row.changed,
    stands: row.stands,
    openDeals: sum(({ deals }) => deals),
    overdueDeals: sum(({ overdue }) => overdue),
    stages: row.draft.stages.map(({ id, name }) => ({ id, name, deals: stageDeals(id) })),
  };
}

/** Every process with its live version, its draft and its deals. */
export async function listProcesses(context: SignedInContext) {
  const [rows, counted] = await Promise.all([processes(context), figures(context)]);
  const items = rows.map((row) =>
    toItem(
      row,
      counted.filter((figure) => figure.process_key === row.key),
    ),
  );
  return { items };
}
