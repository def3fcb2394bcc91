import { createHash } from 'node:crypto';
import type { SecondaryStorage } from 'better-auth';
import type { Database } from '#prisma/client.ts';
import { createSeal } from './sealed-value.ts';

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function personOf(value: string): string | null {
  const stored = JSON.parse(value) as { user?: { id?: string } } | null;
  return stored?.user?.id ?? null;
}

/**
 * Where better-auth keeps sessions: the `session` table under the SHA-256 of the token, the value
 * encrypted. Whoever reads the table, or a backup of it, cannot sign in with it.
 */
export function createSessionStorage(database: Database, secret: string): SecondaryStorage {
  const { seal, open } = createSeal(secret, 'stagewright session storage');

  async function get(key: string): Promise<string | null> {
    const row = await database.session.findUnique({ where: { tokenHash: hash(key) } });
    if (!row || row.expiresAt.getTime() <= Date.now()) return null;
    return open(row.value) ?? null;
  }

  async function set(key: string, value: string, seconds = 0): Promise<void> {
    const tokenHash = hash(key);
    const expiresAt = new Date(Date.now() + seconds * 1000);
    const row = { value: seal(value), expiresAt, personId: personOf(value) };
    await database.session.upsert({
      where: { tokenHash },
      create: { tokenHash, ...row },
      update: row,
    });
  }

  async function remove(key: string): Promise<void> {
    await database.session.deleteMany({ where: { tokenHash: hash(key) } });
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
