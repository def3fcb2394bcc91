import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createApp, type AppOptions } from '#api/app.ts';
import { openChangeFeed } from '#api/live/change-feed.ts';
import { createRuns } from '#api/runs/runs.ts';
import { createAuth } from '#api/session/auth.ts';
import { createFingerprint } from '#api/session/fingerprint.ts';
import { createSessions } from '#api/session/sessions.ts';
import { openDatabase, type Database } from '#prisma/client.ts';
import { listenOnLoopback } from '../support/loopback.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { temporalAddress } from '../support/temporal.ts';
import { writePeople, type People } from './api-people.ts';

export const secret = 'a secret of tests, long enough to pass';

/** The api within this very process, so that a test can set the clock. */
export interface OpenApp {
  url: string;
  database: TestDatabase;
  prisma: Database;
  people: People;
  stop(): Promise<void>;
}

export interface OpenAppOptions extends Partial<AppOptions> {
  /** Another way for the api to the database, such as a proxy. */
  way?: (databaseUrl: string) => Promise<string>;
  connections?: number;
  temporal?: string;
  isDemo?: boolean;
}

export async function openApp(options: OpenAppOptions = {}): Promise<OpenApp> {
  const {
    way,
    connections = 5,
    temporal = temporalAddress(),
    isDemo = false,
    ...appOptions
  } = options;
  const database = await createTestDatabase();
  const databaseUrl = (await way?.(database.url)) ?? database.url;
  const prisma = openDatabase(databaseUrl, connections);
  const people = await writePeople(prisma);
  const log = pino({ level: 'silent' });
  const changes = await openChangeFeed({ database: prisma, databaseUrl, log });
  const connection = Connection.lazy({ address: temporal });
  const publicUrl = 'http://127.0.0.1';
  const auth = createAuth({ database: prisma, secret, publicUrl });
  const filesDir = mkdtempSync(join(tmpdir(), 'stagewright-files-'));
  const services = {
    database: prisma,
    sessions: createSessions(auth, prisma),
    fingerprint: createFingerprint(secret),
    runs: createRuns({ connection, namespace: 'default', taskQueue: 'nobody' }),
    changes,
    log,
    organisation: 'Promyk Energia',
    mailEvidenceUrl: undefined,
    filesDir,
    isDemo,
    now: () => new Date(),
  };
  const server = await listenOnLoopback(createApp(services, { publicUrl, ...appOptions }));
  const stop = async () => {
    await changes.close();
    await server.stop();
    await connection.close();
    await prisma.$disconnect();
    await database.drop();
    rmSync(filesDir, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${server.port}`, database, prisma, people, stop };
}
