import { WorkflowNotFoundError } from '@temporalio/client';
import { dealWorkflowId, eventSignal, type MachineEvent } from '#core/run/run-contract.ts';
import type { Fact } from '#core/run/fact.ts';
import type { Database, Transaction } from '#prisma/client.ts';
import type { Message } from '#prisma/generated/client.ts';
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

/** The signal carries an id of its own, so that telling a run twice is telling it once. */
async function settleOne({ client, database }: MailParts, row: Message): Promise<void> {
  const handle = client.workflow.getHandle(dealWorkflowId(row.dealId, row.runNo));
  const event = resultOf(row);
  try {
    await handle.signal<[MachineEvent]>(eventSignal, event);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    return recordLate(database, row, event);
  }
  await markSettled(database, row);
}

async function markSettled(database: Transaction, { id }: Message): Promise<void> {
  const data = { settledAt: new Date() };
  await database.message.update({ where: { id }, data, select: { id: true } });
}

/**
 * The run has ended: nobody waits, but the journal says what came (E18), behind all that the run wrote.
 * Two that come at once want the same place; the one that loses is told again.
 */
async function recordLate(database: Database, row: Message, event: MailResult): Promise<void> {
  const { dealId, runNo } = row;
  const { mail, result, why } = event;
  const data: Fact = { type: 'MailSettled', ...mail, result, ...(why && { why }), late: true };
  await database.$transaction(async (tx) => {
    const last = await tx.runFact.aggregate({ where: { dealId, runNo }, _max: { seq: true } });
    const seq = (last._max.seq ?? 0) + 1;
    const { type, stage, step } = data;
    const at = new Date();
    const fact = { dealId, runNo, seq, n: 0, at, type, stage, step, data: data as object };
    await tx.runFact.create({ data: fact, select: { seq: true } });
    await markSettled(tx, row);
  });
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
