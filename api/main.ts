import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Connection } from '@temporalio/client';
import { openDatabase } from '#prisma/client.ts';
import { createApp } from './app.ts';
import { createLogger } from './http/request-log.ts';
import { offersDemoPeople, readEnvironment } from './environment.ts';
import { keepClean } from './housekeeping.ts';
import { openChangeFeed } from './live/change-feed.ts';
import { createRuns } from './runs/runs.ts';
import { createAuth } from './session/auth.ts';
import { createFingerprint } from './session/fingerprint.ts';
import { createSessions } from './session/sessions.ts';
import { closeGracefully } from './shutdown.ts';

/** Longer than a transaction may take: only a database that hangs gets there. */
const QUERY_TIMEOUT_MS = 20_000;

const environment = readEnvironment(process.env);
const log = createLogger(environment.LOG_LEVEL);
mkdirSync(environment.FILES_DIR, { recursive: true, mode: 0o700 });

const database = openDatabase(environment.DATABASE_URL, 20, QUERY_TIMEOUT_MS);
const connection = Connection.lazy({ address: environment.TEMPORAL_ADDRESS });
const { TEMPORAL_NAMESPACE: namespace, TASK_QUEUE: taskQueue } = environment;
const auth = createAuth({
  database,
  secret: environment.SESSION_SECRET,
  publicUrl: environment.PUBLIC_URL,
});
const changes = await openChangeFeed({ database, databaseUrl: environment.DATABASE_URL, log });

const app = createApp(
  {
    database,
    sessions: createSessions(auth, database),
    fingerprint: createFingerprint(environment.SESSION_SECRET),
    runs: createRuns({ connection, namespace, taskQueue }),
    changes,
    log,
    organisation: environment.ORGANISATION,
    mailEvidenceUrl: environment.MAIL_EVIDENCE_URL,
    filesDir: environment.FILES_DIR,
    isDemo: offersDemoPeople(environment),
    now: () => new Date(),
  },
  {
    publicUrl: environment.PUBLIC_URL,
    webDir: environment.WEB_DIR,
    trustedProxies: environment.TRUSTED_PROXIES,
  },
);

const server = createServer(app);
server.listen(environment.PORT, environment.HOST, () => {
  const { address, port } = server.address() as AddressInfo;
  log.info({ address, port }, 'the api listens');
});
server.on('error', (error) => {
  log.fatal({ err: error }, 'the api cannot listen');
  process.exit(1);
});
const stopCleaning = keepClean(database, log);
closeGracefully(server, log, {
  async first() {
    stopCleaning();
    await changes.close();
  },
  async last() {
    await connection.close();
    await database.$disconnect();
  },
});
