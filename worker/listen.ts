import pg from 'pg';

/** First and longest pause before the connection is made again. */
const AGAIN = { first: 200, most: 5_000 };

export interface Listener {
  close(): Promise<void>;
}

/**
 * Hears a channel of PostgreSQL on a connection of its own, made again whenever it breaks. `heard` is
 * also called after each connecting: what was said meanwhile is lost.
 */
export function listen(url: string, channel: string, heard: () => void): Listener {
  let client: pg.Client | undefined;
  let closed = false;
  let pause: number = AGAIN.first;
  let timer: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client = next;
    // Without a listener an error of an idle connection ends the process.
    next.on('error', () => {});
    next.once('end', retry);
    next.on('notification', heard);
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      pause = AGAIN.first;
      heard();
    } catch {
      await next.end().catch(() => {});
      retry();
    }
  };
  const retry = () => {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void connect();
    }, pause);
    pause = Math.min(pause * 2, AGAIN.most);
  };
  void connect();

  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
