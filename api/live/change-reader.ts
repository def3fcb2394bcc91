import type { Database } from '#prisma/client.ts';

/** Place in the stream of changes. Transaction first: a number taken early may be committed late. */
export interface Place {
  xid: bigint;
  id: bigint;
}

/** A committed change, at its place in the order of commits. */
export interface LiveChange extends Place {
  topic: string;
  ref: string | null;
}

const PAGE = 500;
/** A new stream repeats so much of the past: pages that were read while it was opened miss nothing. */
const OVERLAP_SECONDS = 5;

export function placeText({ xid, id }: Place): string {
  return `${xid}-${id}`;
}

/** @returns undefined for what is not a place */
export function parsePlace(text: string | undefined): Place | undefined {
  const match = /^(\d{1,18})-(\d{1,18})$/.exec(text ?? '');
  return match ? { xid: BigInt(match[1]!), id: BigInt(match[2]!) } : undefined;
}

export function isAfter(a: Place, b: Place): boolean {
  return a.xid > b.xid || (a.xid === b.xid && a.id > b.id);
}

/**
 * Changes after a place. Only those of transactions older than the oldest one still running are
 * handed out: nothing can be committed behind them, so nothing is ever passed over. `pending` says
 * that there are others, which will be handed out soon.
 */
export async function readChanges(
  database: Database,
  { xid, id }: Place,
): Promise<{ changes: LiveChange[]; pending: boolean }> {
  const rows = await database.$queryRaw<(LiveChange & { settled: boolean })[]>`
    SELECT xid, id, topic, ref,
      xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint AS settled
    FROM change WHERE (xid, id) > (${xid}, ${id}) ORDER BY xid, id LIMIT ${PAGE}`;
  const changes = rows.filter(({ settled }) => settled);
  return { changes, pending: changes.length < rows.length };
}

/** Where a new stream begins: a few seconds ago. */
export async function recentPlace(database: Database): Promise<Place> {
  const rows = await database.$queryRaw<Place[]>`
    SELECT xid, id FROM change
    WHERE at < now() - ${OVERLAP_SECONDS} * interval '1 second'
      AND xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    ORDER BY xid DESC, id DESC LIMIT 1`;
  return rows[0] ?? { xid: 0n, id: 0n };
}

/** True when the change of this place is gone: others after it may have been cleaned up as well. */
export async function isForgotten(database: Database, { xid, id }: Place): Promise<boolean> {
  return (await database.change.count({ where: { id, xid } })) === 0;
}
