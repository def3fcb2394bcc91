import type { Client } from '@temporalio/client';
import type { SignalledEvent } from '#core/run/contract/run-contract.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import { causeOf } from '../cause-of.ts';
import type { Log } from '../log.ts';
import { isOutage } from '../outage.ts';
import { setAside, takeBack } from '../set-aside.ts';
import { recordLate, type LateFact } from './late-fact.ts';
import { signalRun } from './signal-run.ts';

const AT_ONCE = 50;
/** How long a signal that could not be sent rests. */
const REST_SECONDS = 5;

interface SignalRow {
  dealId: string;
  runNo: number;
  eventId: string;
  event: SignalledEvent;
}

interface SignalParts {
  database: Database;
  log: Log;
  client: Client;
}

/**
 * Sends what runs have to be told: a process that was started or has ended, a pause of theirs. In the
 * order in which it was left for each run. Answers whether there may be more.
 */
export async function sendSignals(parts: SignalParts): Promise<boolean> {
  const rows = await reserve(parts.database);
  const runs = new Map<string, SignalRow[]>();
  for (const row of rows) {
    const key = `${row.dealId}:${row.runNo}`;
    runs.set(key, [...(runs.get(key) ?? []), row]);
  }
  await Promise.all([...runs.values()].map((some) => sendInOrder(parts, some)));
  return rows.length === AT_ONCE;
}

/**
 * Takes rows out of others' sight for a while, so that two senders do not do the same. What rests, or is
 * being sent, holds back what was left for its run later: the end of a pause that overtakes the pause
 * would leave the deal standing for good.
 */
async function reserve(database: Database): Promise<SignalRow[]> {
  const rows = await database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('run_signal', 0))`;
    return reserveNow(tx);
  });
  return rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

function reserveNow(tx: Transaction) {
  return tx.$queryRaw<(SignalRow & { createdAt: Date })[]>`
    UPDATE run_signal SET attempts = attempts + 1,
      next_at = now() + least(attempts + 1, 60) * ${REST_SECONDS}::int * interval '1 second'
    WHERE (deal_id, run_no, event_id) IN (
      SELECT deal_id, run_no, event_id FROM run_signal AS later
      WHERE sent_at IS NULL AND next_at <= now() AND NOT EXISTS (
        SELECT 1 FROM run_signal AS earlier
        WHERE earlier.deal_id = later.deal_id AND earlier.run_no = later.run_no
          AND earlier.sent_at IS NULL AND earlier.next_at > now()
          AND earlier.created_at < later.created_at)
      ORDER BY created_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
    RETURNING deal_id AS "dealId", run_no AS "runNo", event_id AS "eventId", event, created_at AS "createdAt"`;
}

async function sendInOrder(parts: SignalParts, rows: SignalRow[]): Promise<void> {
  for (const row of rows) {
    try {
      if (!(await sendOne(parts, row))) return;
    } catch (error) {
      await restOne(parts, row, error);
      return;
    }
  }
}

async function restOne(parts: SignalParts, row: SignalRow, error: unknown): Promise<void> {
  const lastError = causeOf(error);
  const where = keyOf(row);
  await parts.database.runSignal.update({ where, data: { lastError }, select: { runNo: true } });
  if (isOutage(error)) return;
  const { dealId, runNo, eventId } = row;
  const ref = refOf(row);
  await setAside(parts, { kind: 'signal', ref, dealId }, error);
  // It rests in its outbox as long, and holds back what was left for its run later.
  await parts.database.$executeRaw`
    UPDATE run_signal SET next_at = s.next_at FROM set_aside s
    WHERE s.kind = 'signal' AND s.ref = ${ref}
      AND run_signal.deal_id = ${dealId} AND run_no = ${runNo} AND event_id = ${eventId}`;
}

/** Answers false when its run has not begun yet: the row is in order, and comes again. */
async function sendOne({ database, client }: SignalParts, row: SignalRow): Promise<boolean> {
  if (await signalRun(client, row, row.event)) {
    await markSent(database, row);
    return true;
  }
  if (await isToStart(database, row)) return markWaiting(database, row);
  const fact = lateFactOf(row.event);
  await database.$transaction(async (tx) => {
    if (fact) await recordLate(tx, row, fact);
    await markSent(tx, row);
  });
  return true;
}

async function markWaiting(database: Database, row: SignalRow): Promise<false> {
  const data = { lastError: 'The run has not begun yet.' };
  await database.runSignal.update({ where: keyOf(row), data, select: { runNo: true } });
  return false;
}

/** Of a run that has ended: the end of another deal, and what was decided about a mail. A pause of it means nothing. */
function lateFactOf(event: SignalledEvent): LateFact | undefined {
  if (event.kind === 'mailDecided') {
    const { mail, decision, by } = event;
    return { type: 'MailDecided', ...mail, decision, by };
  }
  if (event.kind !== 'processEnded') return undefined;
  const { step, deal, outcome } = event;
  return { type: 'ProcessEnded', ...step, deal, outcome };
}

/** Whether the run's start is still on its way. */
async function isToStart(database: Database, { dealId, runNo }: SignalRow): Promise<boolean> {
  return (await database.runStart.count({ where: { dealId, runNo, startedAt: null } })) > 0;
}

async function markSent(
  database: Pick<Transaction, 'runSignal' | 'setAside'>,
  row: SignalRow,
): Promise<void> {
  const data = { sentAt: new Date(), lastError: null };
  await database.runSignal.update({ where: keyOf(row), data, select: { runNo: true } });
  await takeBack(database, { kind: 'signal', ref: refOf(row) });
}

function refOf({ dealId, runNo, eventId }: SignalRow): string {
  return `${dealId}:${runNo}:${eventId}`;
}

function keyOf({ dealId, runNo, eventId }: SignalRow) {
  return { dealId_runNo_eventId: { dealId, runNo, eventId } };
}
