import type { Server } from 'node:http';
import type { Logger } from 'pino';

interface Parts {
  /** Ends what would keep requests open. */
  first(): Promise<void>;
  /** Closes what requests use, when the last one has ended. */
  last(): Promise<void>;
}

const GRACE_MS = 10_000;

/**
 * On SIGTERM and SIGINT: takes no new requests, lets those under way finish within ten seconds, then
 * closes what they used. Open streams are ended at once; browsers come back by themselves.
 */
export function closeGracefully(server: Server, log: Logger, parts: Parts): void {
  let isClosing = false;

  async function finish(signal: string): Promise<void> {
    if (isClosing) return;
    isClosing = true;
    log.info({ signal }, 'the api stops');
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    const closed = new Promise((resolve) => server.close(resolve));
    await parts.first();
    server.closeIdleConnections();
    await closed;
    clearTimeout(timer);
    await parts.last();
    process.exit(0);
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      finish(signal).catch((error: unknown) => {
        log.error({ err: error }, 'the api did not stop in order');
        process.exit(1);
      });
    });
}
