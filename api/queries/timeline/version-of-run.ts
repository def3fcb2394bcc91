import type { Database } from '#prisma/client.ts';
import { findVersion, findVersions, type Version } from '../process/versions.ts';

/**
 * The versions that a deal's runs were on: that of the present one by its row; an earlier one, in
 * another process perhaps, by the checksum that it wrote with its events.
 */
export async function versionOfRun(
  database: Database,
  deal: { id: string; runNo: number; versionId: string },
): Promise<(runNo: number) => Version> {
  const own = await findVersion(database, deal.versionId);
  if (deal.runNo === 1) return () => own;
  const rows = await database.$queryRaw<{ run_no: number; version_id: string }[]>`
    SELECT DISTINCT ON (b.run_no) b.run_no, v.id AS version_id
    FROM run_batch b JOIN process_version v ON v.checksum = b.checksum
    WHERE b.deal_id = ${deal.id} AND b.run_no < ${deal.runNo} ORDER BY b.run_no, b.seq DESC`;
  const versions = await findVersions(
    database,
    rows.map(({ version_id }) => version_id),
  );
  const byRun = new Map(rows.map((row) => [row.run_no, versions.get(row.version_id)]));
  return (runNo) => byRun.get(runNo) ?? own;
}
