import type { QueryClient } from '@tanstack/react-query';
import { connectionLost, connectionOpened, useConnection } from './connection.ts';
import { applyLiveEvents, parseLiveEvent, type LiveEvent } from './live-topics.ts';

const GATHER_MS = 40;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;

function liveUrl(lastEventId: string): string {
  return lastEventId === ''
    ? '/api/live'
    : `/api/live?lastEventId=${encodeURIComponent(lastEventId)}`;
}

/**
 * Keeps the stream of changes open and makes stale what they concern. The browser itself goes on
 * from the last event id; where it gives up, a new stream is opened from there. Returns the way to
 * stop.
 */
export function followLive(client: QueryClient): () => void {
  let source: EventSource | undefined;
  let lastEventId = '';
  let retryMs = FIRST_RETRY_MS;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let gatherTimer: ReturnType<typeof setTimeout> | undefined;
  let gathered: LiveEvent[] = [];

  function flush(): void {
    const events = gathered;
    gathered = [];
    gatherTimer = undefined;
    void applyLiveEvents(client, events);
  }

  function onMessage(message: MessageEvent<string>): void {
    lastEventId = message.lastEventId;
    const event = parseLiveEvent(message.data);
    if (!event) return;
    gathered.push(event);
    gatherTimer ??= setTimeout(flush, GATHER_MS);
  }

  function onOpen(): void {
    const wasLost = useConnection.getState().state === 'lost';
    retryMs = FIRST_RETRY_MS;
    connectionOpened();
    if (wasLost) void client.invalidateQueries();
  }

  function onError(): void {
    connectionLost();
    if (source?.readyState !== EventSource.CLOSED) return;
    retryTimer = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }

  function open(): void {
    source = new EventSource(liveUrl(lastEventId));
    source.addEventListener('open', onOpen);
    source.addEventListener('message', onMessage as (event: Event) => void);
    source.addEventListener('error', onError);
  }

  open();
  return () => {
    source?.close();
    clearTimeout(retryTimer);
    clearTimeout(gatherTimer);
  };
}
