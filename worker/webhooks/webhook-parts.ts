import type { Client } from '@temporalio/client';
import type { Database } from '#prisma/client.ts';
import type { Log } from '../log.ts';

/** What the relay of webhooks works with. */
export interface WebhookParts {
  database: Database;
  client: Client;
  log: Log;
  /** Tells relays apart in `claimed_by`. */
  relay: string;
  /** Key of the signatures, shared with the receivers. */
  secret: string;
  /** Addresses of this machine and of private networks may be called: for development and tests. */
  allowPrivate: boolean;
}

/** How long one call may take. */
export const CALL_MS = 10_000;

/** Seconds for which a claimed row is ours; longer than a call may take. */
export const LEASE_SECONDS = 30;
