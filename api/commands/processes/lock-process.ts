import type { Transaction } from '#prisma/client.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { readProcess } from '../../queries/process/get-process.ts';

/**
 * Locks a process for this transaction and checks that its draft is the one that was seen, if it was.
 * Answers the revision of the draft.
 * @throws AppError `not-found`, or `draft-changed` with the draft as it is now
 */
export async function lockProcess(
  tx: Transaction,
  key: string,
  revision: number | undefined,
  now: Date,
): Promise<number> {
  const rows = await tx.$queryRaw<{ draft_revision: number }[]>`
    SELECT draft_revision FROM process WHERE key = ${key} FOR UPDATE`;
  const found = rows[0];
  if (!found) throw notFound('process', key);
  if (revision === undefined || found.draft_revision === revision) return found.draft_revision;
  const current = await readProcess(tx, key, now);
  const who = current.savedBy?.name ?? 'Somebody';
  const message = `The draft is at revision ${current.revision}, not ${revision}.`;
  const remedy = 'Look at it, then repeat with its revision.';
  throw new AppError('draft-changed', `${message} ${who} saved it last. ${remedy}`, {
    errors: [{ path: 'revision', value: revision, message, remedy }],
    current,
  });
}
