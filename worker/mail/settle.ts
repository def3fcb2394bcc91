import { WorkflowNotFoundError } from '@temporalio/client';
import { dealWorkflowId, eventSignal, type MachineEvent } from '#core/run/run-contract.ts';
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
  try {
    await handle.signal<[MachineEvent]>(eventSignal, resultOf(row));
  } catch (error) {
    // The run has ended: nobody waits.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  await database.message.update({
    where: { id: row.id },
    data: { settledAt: new Date() },
    select: { id: true },
  });
}

function resultOf(row: Message): MachineEvent {
  const { stage, step, visit, round } = row;
  if (stage === null || step === null || visit === null || round === null) {
    throw new Error(`Message ${row.id} does not say which step it belongs to.`);
  }
  const mail = { stage, step, visit, round };
  const id = `mail:${row.id}`;
  if (row.state === 'accepted') return { id, kind: 'mailResult', mail, result: 'sent' };
  return { id, kind: 'mailResult', mail, result: 'notSent', why: row.closedWhy ?? 'unknown' };
}
