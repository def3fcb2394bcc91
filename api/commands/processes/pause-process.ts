import { randomUUID } from 'node:crypto';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { announce } from '../running/changes.ts';
import { rowCommand } from '../running/row-command.ts';

/**
 * The whole process stands (E19): every open deal is told, and those that begin later or are about to
 * begin standing, until it is resumed. The signals are rows of this transaction; the worker sends them.
 * @throws AppError `not-open` when it stands already
 */
export async function pauseProcess(context: SignedInContext, input: { key: string }) {
  return rowCommand(context, input, async (tx) => {
    const process = await lockProcessRow(tx, input.key);
    if (process.freeze !== null) throw notNow(input.key, 'is paused already');
    const freeze = randomUUID();
    return change(tx, input.key, { freeze, kind: 'pauseProcess', stands: true });
  });
}

/** @throws AppError `not-open` when it does not stand */
export async function resumeProcess(context: SignedInContext, input: { key: string }) {
  return rowCommand(context, input, async (tx) => {
    const { freeze } = await lockProcessRow(tx, input.key);
    if (freeze === null) throw notNow(input.key, 'is not paused');
    return change(tx, input.key, { freeze, kind: 'resumeProcess', stands: false });
  });
}

function notNow(key: string, what: string): AppError {
  return new AppError('not-open', `The process ${key} ${what}.`);
}

async function lockProcessRow(tx: Transaction, key: string) {
  const rows = await tx.$queryRaw<{ freeze: string | null }[]>`
    SELECT freeze_id AS "freeze" FROM process WHERE key = ${key} FOR UPDATE`;
  const [row] = rows;
  if (!row) throw notFound('process', key);
  return row;
}

interface Change {
  freeze: string;
  kind: 'pauseProcess' | 'resumeProcess';
  stands: boolean;
}

/**
 * All open deals in one statement. One whose first batch is not written yet is told nothing: that batch
 * waits for this transaction, and begins as the process stands then. The instant is of after the lock, so
 * that signals of a pause and of its end go out in their order.
 */
async function change(tx: Transaction, key: string, { freeze, kind, stands }: Change) {
  const data = { freeze: stands ? freeze : null };
  await tx.process.update({ where: { key }, data, select: { key: true } });
  const eventId = `${kind === 'pauseProcess' ? 'pause' : 'resume'}:${freeze}`;
  const deals = await tx.$executeRaw`
    INSERT INTO run_signal (deal_id, run_no, event_id, created_at, event)
    SELECT id, run_no, ${eventId}, clock_timestamp(),
      jsonb_build_object('id', ${eventId}::text, 'kind', ${kind}::text, 'freeze', ${freeze}::text)
    FROM deal WHERE process_key = ${key} AND state IN ('open', 'on_hold')
    ON CONFLICT DO NOTHING`;
  await announce(tx, [['process', key]]);
  await tx.$executeRaw`SELECT pg_notify('stagewright_outbox', '')`;
  return { ok: true as const, deals };
}
