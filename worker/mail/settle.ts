import { Prisma, type Message } from '#prisma/generated/client.ts';
import type { MachineEvent } from '#core/run/contract/run-contract.ts';
import type { Transaction } from '#prisma/client.ts';
import { notComposed, wasNotComposed } from '../given-up.ts';
import { recordLate } from '../outbox/late-fact.ts';
import { signalRun } from '../outbox/signal-run.ts';
import { mayBeTried, setAside, takeBack } from '../set-aside.ts';
import type { MailParts } from './mail-parts.ts';

const AT_ONCE = 50;

/**
 * Tells runs what became of their mails, as far as they have not heard it; a row that cannot be told
 * is set aside alone. Answers whether there may be more.
 */
export async function settleMail(parts: MailParts): Promise<boolean> {
  const ids = await parts.database.$queryRaw<{ id: string }[]>`
    SELECT id FROM message
    WHERE kind = 'step' AND state IN ('accepted', 'closed') AND settled_at IS NULL
      AND ${mayBeTried('mailResult', Prisma.sql`message.id`)}
    ORDER BY created_at LIMIT ${AT_ONCE}`;
  const where = { id: { in: ids.map(({ id }) => id) } };
  const rows = await parts.database.message.findMany({ where });
  await Promise.all(
    rows.map(async (row) => {
      const { id: ref, dealId } = row;
      await settleOne(parts, row).catch((error: unknown) =>
        setAside(parts, { kind: 'mailResult', ref, dealId }, error),
      );
    }),
  );
  return rows.length === AT_ONCE;
}

async function settleOne({ client, database }: MailParts, mail: Message): Promise<void> {
  const row = ofRun(mail);
  const event = resultOf(row);
  if (await signalRun(client, row, event)) return markSettled(database, row);
  const { stage, step, visit, round } = occurrenceOf(row);
  const said =
    event.kind === 'mailResult' ? event : ({ result: 'notSent', why: row.closedWhy } as const);
  await database.$transaction(async (tx) => {
    const { result, why } = said;
    await recordLate(tx, row, {
      type: 'MailSettled',
      stage,
      step,
      visit,
      round,
      result,
      ...(why && { why }),
      ...('by' in event && { by: event.by }),
    });
    await markSettled(tx, row);
  });
}

async function markSettled(
  database: Pick<Transaction, 'message' | 'setAside'>,
  { id }: Message,
): Promise<void> {
  const data = { settledAt: new Date() };
  await database.message.update({ where: { id }, data, select: { id: true } });
  await takeBack(database, { kind: 'mailResult', ref: id });
}

type MailResult = Extract<MachineEvent, { kind: 'mailResult' | 'workFailed' }>;

function resultOf(row: Message): MailResult {
  const mail = occurrenceOf(row);
  const id = `mail:${row.id}`;
  if (row.state === 'accepted') {
    const by = row.decision === 'accepted' ? row.decidedById : null;
    return { id, kind: 'mailResult', mail, result: 'sent', ...(by !== null && { by }) };
  }
  if (wasNotComposed(row.closedWhy)) {
    return { id, kind: 'workFailed', step: mail, code: notComposed };
  }
  return { id, kind: 'mailResult', mail, result: 'notSent', why: row.closedWhy ?? 'unknown' };
}

/** The mail of a step belongs to a run. */
function ofRun(row: Message): Message & { dealId: string } {
  const { dealId } = row;
  if (dealId === null) throw new Error(`Message ${row.id} does not say which deal it belongs to.`);
  return { ...row, dealId };
}

function occurrenceOf({ id, stage, step, visit, round }: Message) {
  if (stage === null || step === null || visit === null || round === null) {
    throw new Error(`Message ${id} does not say which step it belongs to.`);
  }
  return { stage, step, visit, round };
}
