import { listen } from '../listen.ts';
import type { Log } from '../log.ts';
import { startDeals, type StartParts } from '../starts/start-deals.ts';
import { startLoop } from '../work-loop.ts';
import { sendSignals } from './send-signals.ts';

const EVERY_MS = 5_000;

export interface Outbox {
  stop(): Promise<void>;
}

/** Starts the runs and sends the signals that committed transactions left, for as long as the process lives. */
export function startOutbox(parts: StartParts & { log: Log }, databaseUrl: string): Outbox {
  const failed = (error: unknown) => parts.log.error({ error }, 'a round of the outbox failed');
  const loop = startLoop(() => round(parts), EVERY_MS, failed);
  const ears = listen(databaseUrl, 'stagewright_outbox', () => loop.wake());
  return {
    stop: async () => {
      await ears.close();
      await loop.stop();
    },
  };
}

/** Runs first: a signal may be for one of them. */
async function round(parts: StartParts & { log: Log }): Promise<boolean> {
  const moreStarts = await startDeals(parts);
  const moreSignals = await sendSignals(parts);
  return moreStarts || moreSignals;
}
