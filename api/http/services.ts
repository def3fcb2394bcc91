import type { Logger } from 'pino';
import type { Database } from '#prisma/client.ts';
import type { ChangeFeed } from '../live/change-feed.ts';
import type { Runs } from '../runs/runs.ts';
import type { Fingerprint } from '../session/fingerprint.ts';
import type { Sessions } from '../session/sessions.ts';

/** What the handlers work with; made once, in app.ts. */
export interface Services {
  database: Database;
  sessions: Sessions;
  /** Of what a command was sent with, which may hold a password. */
  fingerprint: Fingerprint;
  runs: Runs;
  changes: ChangeFeed;
  log: Logger;
  organisation: string;
  /** Base address of the development mail server; absent in production. */
  mailEvidenceUrl: string | undefined;
  filesDir: string;
  /** True where the demo company may be entered without a password: never in production. */
  isDemo: boolean;
  now(): Date;
}
