import type { Logger } from 'pino';
import type { Database } from '#prisma/client.ts';

const EVERY_MS = 60 * 60 * 1000;
const DAY_MS = 24 * EVERY_MS;
/** How long a key is remembered; no browser repeats a command later. */
const COMMAND_DAYS = 7;
/** How long a stream can go on from where it was; later it is told to look at everything. */
const CHANGE_DAYS = 1;

/** Removes what has served its time: ended sessions, finished commands, old changes. */
export async function cleanUp(database: Database, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await database.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await database.command.deleteMany({ where: { createdAt: { lt: before(COMMAND_DAYS) } } });
  await database.change.deleteMany({ where: { at: { lt: before(CHANGE_DAYS) } } });
}

/** Cleans up once an hour; answers the way to stop. Several apis may do so at once. */
export function keepClean(database: Database, log: Logger): () => void {
  const timer = setInterval(() => {
    cleanUp(database, new Date()).catch((error: unknown) =>
      log.warn({ err: error }, 'old rows were not removed; trying again in an hour'),
    );
  }, EVERY_MS);
  return () => clearInterval(timer);
}
