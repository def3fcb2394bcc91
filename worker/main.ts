import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { openDatabase } from '#prisma/client.ts';
import { createWorker } from './create-worker.ts';
import { readEnvironment, type WorkerEnvironment } from './environment.ts';
import { openLog } from './log.ts';
import { startRelay } from './mail/relay.ts';
import { smtpPatience } from './mail/smtp-patience.ts';
import { openSmtp } from './mail/smtp.ts';
import { startOutbox } from './outbox/outbox.ts';
import { logThrough } from './temporal-log.ts';
import { startWebhooks } from './webhooks/relay.ts';

const env = environment();
const log = openLog(env.LOG_LEVEL);
logThrough(log);
const database = openDatabase(env.DATABASE_URL, 20);
const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS });
const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE });

const worker = await createWorker({
  connection,
  database,
  namespace: env.TEMPORAL_NAMESPACE,
  taskQueue: env.TASK_QUEUE,
  bundle: resolve(env.WORKFLOW_BUNDLE),
});
const patience = smtpPatience(env.MAIL_ANSWER_SECONDS * 1_000);
const relay = startRelay(
  {
    database,
    client,
    log,
    smtp: openSmtp(env.SMTP_URL, env.MAIL_FROM, patience),
    patience,
    relay: `${hostname()}:${process.pid}:${Date.now()}`,
    mailFrom: env.MAIL_FROM,
    publicUrl: env.PUBLIC_URL,
    evidenceUrl: env.MAIL_EVIDENCE_URL,
  },
  env.DATABASE_URL,
);
const webhooks = startWebhooks(
  {
    database,
    client,
    log,
    relay: `${hostname()}:${process.pid}:${Date.now()}`,
    secret: env.WEBHOOK_SECRET,
    allowPrivate: env.WEBHOOK_ALLOW_PRIVATE === '1',
  },
  env.DATABASE_URL,
);
const outbox = startOutbox({ database, client, taskQueue: env.TASK_QUEUE, log }, env.DATABASE_URL);

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => worker.shutdown());
const running = worker.run();
log.info({ taskQueue: env.TASK_QUEUE }, 'worker ready');
await running;
await outbox.stop();
await webhooks.stop();
await relay.stop();
await connection.close();
await database.$disconnect();
log.info('worker stopped');

/** Wrong settings are a sentence, not a stack. */
function environment(): WorkerEnvironment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
