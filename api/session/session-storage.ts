import { createHash } from 'node:crypto';
import type { SecondaryStorage } from 'better-auth';
import type { Database } from '#prisma/client.ts';
import { createSeal } from './sealed-value.ts';

/** Under what a token is kept. */
export function sessionHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

interface Stored {
  user?: { id?: string };
  session?: { createdAt?: string };
}

/** So long after it was opened, a session that is not there has ended. */
const NEW_MS = 10_000;

/** True for a session that was opened a while ago: it may be prolonged, and not opened once more. */
function isOld({ session }: Stored): boolean {
  return session?.createdAt !== undefined && Date.now() - Date.parse(session.createdAt) > NEW_MS;
}

/**
 * Where better-auth keeps sessions: the `session` table under the SHA-256 of the token, the value
 * encrypted. Whoever reads the table, or a backup of it, cannot sign in with it.
 */
export function createSessionStorage(database: Database, secret: string): SecondaryStorage {
  const { seal, open } = createSeal(secret, 'stagewright session storage');

  async function get(key: string): Promise<string | null> {
    const row = await database.session.findUnique({ where: { tokenHash: sessionHash(key) } });
    if (!row || row.expiresAt.getTime() <= Date.now()) return null;
    return open(row.value) ?? null;
  }

  async function set(key: string, value: string, seconds = 0): Promise<void> {
    const tokenHash = sessionHash(key);
    const expiresAt = new Date(Date.now() + seconds * 1000);
    const stored = (JSON.parse(value) ?? {}) as Stored;
    const row = { value: seal(value), expiresAt, personId: stored.user?.id ?? null };
    if (isOld(stored)) {
      await database.session.updateMany({ where: { tokenHash }, data: row });
      return;
    }
    await database.session.upsert({
      where: { tokenHash },
      create: { tokenHash, ...row },
      update: row,
    });
  }

  async function remove(key: string): Promise<void> {
    await database.session.deleteMany({ where: { tokenHash: sessionHash(key) } });
  }

  async function getAndDelete(key: string): Promise<string | null> {
    const value = await get(key);
    await remove(key);
    return value;
  }

  /** Only its own rate limit counts here, and that is off: express-rate-limit counts attempts. */
  function increment(): never {
    throw new Error('The session storage keeps no counters.');
  }

  return { get, set, delete: remove, getAndDelete, increment };
}
