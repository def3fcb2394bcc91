import type { Database, Transaction } from '#prisma/client.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { findVersion, type Version } from './versions.ts';

/**
 * The version that new deals use.
 * @throws AppError `not-found` for an unknown process, `not-live` when none was published yet
 */
export async function liveVersion(database: Database | Transaction, key: string): Promise<Version> {
  const process = await database.process.findUnique({
    where: { key },
    select: { versions: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
  });
  if (!process) throw notFound('process', key);
  const live = process.versions[0];
  if (!live) {
    const detail = `Publish ${key} before you register deals on it.`;
    const errors = [{ path: 'process', value: key, message: 'It has no published version.' }];
    throw new AppError('not-live', detail, { errors });
  }
  return findVersion(database, live.id);
}
