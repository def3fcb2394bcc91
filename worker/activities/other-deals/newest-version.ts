import { ApplicationFailure } from '@temporalio/common';
import type { Transaction } from '#prisma/client.ts';
import { pinnedVersion, type PinnedVersion } from '../batch/pinned-version.ts';

export type NewestVersion = PinnedVersion & { id: string };

/** The version of a process that new runs use; undefined when it has none. */
export async function findNewestVersion(
  tx: Pick<Transaction, 'processVersion'>,
  process: string,
): Promise<NewestVersion | undefined> {
  const row = await tx.processVersion.findFirst({
    where: { processKey: process },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row ? { id: row.id, ...(await pinnedVersion(tx, row.id)) } : undefined;
}

/** @throws ApplicationFailure when there is none: whoever starts something has looked before */
export async function newestVersion(tx: Transaction, process: string): Promise<NewestVersion> {
  const version = await findNewestVersion(tx, process);
  if (version) return version;
  throw ApplicationFailure.nonRetryable(
    `Process "${process}" has no published version: publish it, then let the run go on.`,
    'effects-failed',
  );
}
