import pg from 'pg';
import type { Logger } from 'pino';

const RECONNECT_MS = 1_000;

/**
 * Keeps a connection of its own that listens on a channel, and opens it anew when it breaks. `wake`
 * is called for each notice, and after each connect, for notices may have been missed.
 */
export function listen(databaseUrl: string, channel: string, wake: () => void, log: Logger) {
  let isClosed = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  function lost(which: pg.Client): void {
    if (client !== which) return;
    client = undefined;
    if (!isClosed) timer = setTimeout(connect, RECONNECT_MS);
  }

  function connect(): void {
    const next = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
    client = next;
    next.on('notification', wake);
    next.on('error', (error) => log.warn({ err: error, channel }, 'a listening connection broke'));
    next.on('end', () => lost(next));
    next
      .connect()
      .then(() => next.query(`LISTEN ${channel}`))
      .then(wake)
      .catch((error: unknown) => {
        log.warn({ err: error, channel }, 'cannot listen; trying again');
        next.end().catch(() => {});
        lost(next);
      });
  }

  connect();
  return {
    async close(): Promise<void> {
      isClosed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
