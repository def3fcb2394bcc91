import { formatDuration } from '#core/time/duration.ts';
import type { Stage } from '#core/drawing/stage.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Board } from '../../contract/deals.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { readCalendars } from '../calendars/calendars.ts';
import { pageOf } from '../cursor.ts';
import { toDealCard } from './deal-card.ts';
import { dealFilter, endOfToday, isWithoutOwner, type DealFilter } from './deal-filter.ts';
import { selectDeals, type DealRow } from '../deal/deal-row.ts';
import { liveVersion } from '../process/live-version.ts';
import { findVersions, type Version } from '../process/versions.ts';

const CARDS = 30;

interface Figures {
  stage: string;
  deals: number;
  sum: bigint;
  weighted: bigint;
  overdue: number;
  due_today: number;
  without_next: number;
  without_owner: number;
}

/** Counts and sums by stage; deals whose run has not begun count in the first stage. */
function figures(context: SignedInContext, where: Prisma.Sql, first: string, tomorrow: Date) {
  const now = context.services.now();
  return context.services.database.$queryRaw<Figures[]>`
    SELECT CASE WHEN d.state = 'starting' THEN ${first} ELSE d.stage END AS stage, count(*)::int AS deals,
      coalesce(sum(d.value_minor), 0)::bigint AS sum,
      coalesce(sum(d.value_minor * d.probability / 100), 0)::bigint AS weighted,
      count(*) FILTER (WHERE d.stage_due_at < ${now})::int AS overdue,
      count(*) FILTER (WHERE d.stage_due_at >= ${now} AND d.stage_due_at < ${tomorrow})::int AS due_today,
      count(*) FILTER (WHERE ${isWithoutOwner})::int AS without_owner,
      count(*) FILTER (WHERE d.state = 'open'
        AND NOT jsonb_path_exists(d.run_state, '$.steps.*.status ? (@ == "waiting" || @ == "running")')
        AND NOT EXISTS (SELECT 1 FROM task t WHERE t.deal_id = d.id AND t.run_no = d.run_no
          AND t.state IN ('ready', 'assigned', 'in_progress')))::int AS without_next
    FROM deal d WHERE d.state IN ('starting', 'open', 'on_hold') AND ${where} GROUP BY 1`;
}

/** The first cards of each column, most urgent first. */
function cards(context: SignedInContext, where: Prisma.Sql, stages: string[]) {
  const first = stages[0] ?? '';
  return context.services.database.$queryRaw<(DealRow & { board_column: string })[]>`
    SELECT board.id AS board_column, card.* FROM unnest(${stages}::text[]) AS board(id)
    CROSS JOIN LATERAL (
      ${selectDeals} WHERE d.state IN ('open', 'on_hold') AND d.stage = board.id AND ${where}
      ORDER BY d.stage_due_at ASC NULLS LAST, d.id LIMIT ${CARDS + 1}
    ) card
    UNION ALL
    SELECT ${first} AS board_column, starting.* FROM (
      ${selectDeals} WHERE d.state = 'starting' AND ${where} ORDER BY d.id LIMIT ${CARDS}
    ) starting`;
}

function deadlineText({ deadline }: Stage): string | null {
  if (deadline?.after) return formatDuration(deadline.after);
  return deadline?.field === undefined ? null : 'agreed date';
}

const total = <T>(rows: T[], value: (row: T) => number) =>
  rows.reduce((sum, row) => sum + value(row), 0);

/** Columns of the live version, then those that only deals on earlier versions are in. */
function columnsOf({ drawing }: Version, counted: Figures[]): Stage['id'][] {
  const drawn = drawing.stages.map(({ id }) => id);
  const others = counted.map(({ stage }) => stage).filter((stage) => !drawn.includes(stage));
  return [...drawn, ...others];
}

function columnHead(id: string, versions: Iterable<Version>) {
  const stages = [...versions].flatMap(({ drawing }) => drawnStage(drawing, id) ?? []);
  const stage = stages[0];
  return {
    stage: id,
    name: stage ? stage.shortName || stage.name : id,
    deadline: stage ? deadlineText(stage) : null,
    probability: stage?.probability ?? 0,
  };
}

/** The opportunities board: columns with figures and their first cards. */
export async function getBoard(context: SignedInContext, filter: DealFilter): Promise<Board> {
  const { database } = context.services;
  const now = context.services.now();
  const [live, calendars] = await Promise.all([
    liveVersion(database, filter.process),
    readCalendars(database),
  ]);
  const { drawing } = live;
  const tomorrow = endOfToday(now, filter.zone ?? calendars.of(null, drawing.calendar).zone);
  const where = dealFilter(filter, now, tomorrow);
  const counted = await figures(context, where, drawing.stages[0]?.id ?? '', tomorrow);
  const stages = columnsOf(live, counted);
  const rows = await cards(context, where, stages);
  const found = await findVersions(
    database,
    rows.map((row) => row.version_id),
  );
  const versions = [live, ...found.values()];
  const card = (row: DealRow) =>
    toDealCard(row, { version: found.get(row.version_id) ?? live, calendars, now });
  const columns = stages.map((id) => {
    const of = counted.find(({ stage }) => stage === id);
    const own = rows.filter((row) => row.board_column === id);
    const { items, next } = pageOf(own, CARDS, (r) => ({ at: r.stage_due_at, id: r.id }), card);
    return {
      ...columnHead(id, versions),
      deals: of?.deals ?? 0,
      sumMinor: Number(of?.sum ?? 0),
      weightedMinor: Number(of?.weighted ?? 0),
      overdue: of?.overdue ?? 0,
      cards: items,
      next,
    };
  });
  return {
    process: { key: live.process, name: live.processName },
    openDeals: total(counted, ({ deals }) => deals),
    sumMinor: total(counted, ({ sum }) => Number(sum)),
    weightedMinor: total(counted, ({ weighted }) => Number(weighted)),
    currency: drawing.currency,
    columns,
    figures: {
      overdue: total(counted, ({ overdue }) => overdue),
      dueToday: total(counted, (row) => row.due_today),
      withoutOwner: total(counted, (row) => row.without_owner),
      withoutNext: total(counted, (row) => row.without_next),
    },
  };
}
