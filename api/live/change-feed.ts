import type { Logger } from 'pino';
import type { Database } from '#prisma/client.ts';
import { readChanges, recentPlace, type LiveChange, type Place } from './change-reader.ts';
import { listen } from './listen.ts';

/** `end` is called when the feed closes: the api stops. */
interface Listener {
  send(changes: LiveChange[]): void;
  end(): void;
}

/** The api's one reader of changes; every open stream hears from it. */
export interface ChangeFeed {
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}

const PENDING_MS = 50;
/** Should a notice be lost, nobody waits longer than this. */
const IDLE_MS = 5_000;

interface FeedOptions {
  database: Database;
  /** For the connection that only listens. */
  databaseUrl: string;
  log: Logger;
}

/** Follows the `change` table in the order of commits, woken by NOTIFY. */
export async function openChangeFeed(options: FeedOptions): Promise<ChangeFeed> {
  const { database, databaseUrl, log } = options;
  const listeners = new Set<Listener>();
  let place: Place = await recentPlace(database);
  let isClosed = false;
  let isWoken = false;
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> | undefined;

  /** Reads until nothing is left; answers after how long to look again. */
  async function read(): Promise<number> {
    for (;;) {
      isWoken = false;
      const { changes, pending } = await readChanges(database, place);
      const last = changes.at(-1);
      if (last) {
        place = last;
        for (const listener of listeners) listener.send(changes);
      } else if (!isWoken) return pending ? PENDING_MS : IDLE_MS;
    }
  }

  function look(): void {
    clearTimeout(timer);
    isWoken = true;
    if (isClosed) return;
    reading ??= read()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'changes cannot be read; trying again');
        return IDLE_MS;
      })
      .then((pause) => {
        reading = undefined;
        if (!isClosed) timer = setTimeout(look, pause);
      });
  }

  const listening = listen(databaseUrl, 'stagewright_change', look, log);
  look();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      for (const listener of listeners) listener.end();
      await reading;
      await listening.close();
    },
  };
}
