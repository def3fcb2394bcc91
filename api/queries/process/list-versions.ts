import type { Drawing } from '#core/drawing/drawing.ts';
import { Prisma } from '#prisma/generated/client.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';

interface Row {
  number: number;
  checksum: string;
  note: string;
  author_id: string | null;
  author_name: string | null;
  published_at: Date;
  open_deals: number;
}

/** Versions of a process, newest first, or the one with a number. */
export async function readVersions(
  database: Pick<Database | Transaction, '$queryRaw'>,
  key: string,
  number?: number,
) {
  const one = number === undefined ? Prisma.empty : Prisma.sql`AND v.number = ${number}`;
  const rows = await database.$queryRaw<Row[]>`
    SELECT v.number, v.checksum, v.note, v.author_id, p.name AS author_name, v.published_at,
      (SELECT count(*)::int FROM deal d WHERE d.version_id = v.id AND d.state IN ('starting', 'open', 'on_hold')) AS open_deals
    FROM process_version v LEFT JOIN person p ON p.id = v.author_id
    WHERE v.process_key = ${key} ${one} ORDER BY v.number DESC`;
  return rows.map((row) => ({
    number: row.number,
    checksum: row.checksum,
    note: row.note,
    author: row.author_id === null ? null : { id: row.author_id, name: row.author_name ?? '' },
    publishedAt: row.published_at.toISOString(),
    openDeals: row.open_deals,
  }));
}

export async function listVersions({ services }: SignedInContext, { key }: { key: string }) {
  const { database } = services;
  const exists = await database.process.count({ where: { key } });
  if (exists === 0) throw notFound('process', key);
  return { items: await readVersions(database, key) };
}

export async function getVersion(
  { services }: SignedInContext,
  { key, number }: { key: string; number: number },
) {
  const { database } = services;
  const [summary] = await readVersions(database, key, number);
  if (!summary) throw notFound('version', `${key} ${number}`);
  const { drawing } = await database.processVersion.findUniqueOrThrow({
    where: { processKey_number: { processKey: key, number } },
    select: { drawing: true },
  });
  return { ...summary, drawing: drawing as unknown as Drawing };
}
