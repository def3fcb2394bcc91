import type { Client } from '@temporalio/client';
import type { Database } from '#prisma/client.ts';
import type { Log } from '../log.ts';
import type { SmtpPatience } from './smtp-patience.ts';
import type { Smtp } from './smtp.ts';

/** What the relay works with. */
export interface MailParts {
  database: Database;
  client: Client;
  smtp: Smtp;
  log: Log;
  /** Tells relays apart in `claimed_by`. */
  relay: string;
  mailFrom: string;
  publicUrl: string;
  /** How long the server may take; the same that `smtp` was opened with. */
  patience: SmtpPatience;
  evidenceUrl?: string | undefined;
}

/** Seconds for which a claimed row is ours; renewed while it is being sent. */
export const LEASE_SECONDS = 15;
