import type { Drawing } from '#core/drawing/drawing.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';

type Reader = Database | Transaction;

/** The draft with the person who saved it, and live figures by stage. */
export async function readProcess(database: Reader, key: string, now: Date) {
  const process = await database.process.findUnique({
    where: { key },
    include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
  });
  if (!process) throw notFound('process', key);
  const savedBy = process.draftById
    ? await database.person.findUnique({
        where: { id: process.draftById },
        select: { id: true, name: true },
      })
    : null;
  const figures = await database.$queryRaw<{ stage: string; deals: number; overdue: number }[]>`
    SELECT stage, count(*)::int AS deals, count(*) FILTER (WHERE stage_due_at < ${now})::int AS overdue
    FROM deal WHERE process_key = ${key} AND state IN ('starting', 'open', 'on_hold') GROUP BY stage`;
  return {
    key: process.key,
    name: process.name,
    drawing: process.draft as unknown as Drawing,
    revision: process.draftRevision,
    savedAt: process.draftAt.toISOString(),
    savedBy,
    liveVersion: process.versions[0]?.number ?? null,
    openDeals: figures.reduce((sum, { deals }) => sum + deals, 0),
    stages: Object.fromEntries(figures.map(({ stage, ...counts }) => [stage, counts])),
  };
}

export async function getProcess({ services }: SignedInContext, { key }: { key: string }) {
  return readProcess(services.database, key, services.now());
}
