import type { MachineEvent } from '#core/run/run-contract.ts';
import type { Transaction } from '#prisma/client.ts';
import type { Message } from '#prisma/generated/client.ts';
import { recordLate } from '../outbox/late-fact.ts';
import { signalRun } from '../outbox/signal-run.ts';
import type { MailParts } from './mail-parts.ts';

const AT_ONCE = 50;

/** Tells runs what became of their mails, as far as they have not heard it. Answers whether there may be more. */
export async function settleMail(parts: MailParts): Promise<boolean> {
  const rows = await parts.database.message.findMany({
    where: { kind: 'step', state: { in: ['accepted', 'closed'] }, settledAt: null },
    orderBy: { createdAt: 'asc' },
    take: AT_ONCE,
  });
  await Promise.all(rows.map((row) => settleOne(parts, row)));
  return rows.length === AT_ONCE;
}

async function settleOne({ client, database }: MailParts, row: Message): Promise<void> {
  const event = resultOf(row);
  if (await signalRun(client, row, event)) return markSettled(database, row);
  const { mail, result, why } = event;
  await database.$transaction(async (tx) => {
    await recordLate(tx, row, { type: 'MailSettled', ...mail, result, ...(why && { why }) });
    await markSettled(tx, row);
  });
}

async function markSettled(database: Pick<Transaction, 'message'>, { id }: Message): Promise<void> {
  const data = { settledAt: new Date() };
  await database.message.update({ where: { id }, data, select: { id: true } });
}

type MailResult = Extract<MachineEvent, { kind: 'mailResult' }>;

function resultOf(row: Message): MailResult {
  const { stage, step, visit, round } = row;
  if (stage === null || step === null || visit === null || round === null) {
    throw new Error(`Message ${row.id} does not say which step it belongs to.`);
  }
  const mail = { stage, step, visit, round };
  const id = `mail:${row.id}`;
  if (row.state === 'accepted') return { id, kind: 'mailResult', mail, result: 'sent' };
  return { id, kind: 'mailResult', mail, result: 'notSent', why: row.closedWhy ?? 'unknown' };
}
