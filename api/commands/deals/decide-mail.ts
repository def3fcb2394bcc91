import type { MachineEvent } from '#core/run/contract/run-contract.ts';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, notFound } from '../../problem/app-error.ts';
import { announce } from '../running/changes.ts';
import { rowCommand } from '../running/row-command.ts';

interface Input {
  dealId: string;
  mail: string;
  attempt: number;
  decision: 'accepted' | 'again';
}

interface Row {
  runNo: number;
  stage: string;
  step: string;
  visit: number;
  round: number;
  state: string;
  attempts: number;
  isCurrent: boolean;
  decision: string | null;
}

/**
 * Says what is to be done about a mail that was handed to the mail server and never answered: to count it
 * as accepted, or to send it again once the server can no longer keep it. The relay does it, and tells
 * the run; who decided stands with the mail, in the deal's journal and in the audit log.
 * @throws AppError `not-open` when it is no longer in doubt, `stale` when it was sent anew or decided
 */
export async function decideMail(context: SignedInContext, input: Input) {
  const { actor } = context;
  return rowCommand(context, input, async (tx) => {
    const mail = await requireInDoubt(tx, input);
    await tx.$executeRaw`
      UPDATE message SET decision = ${input.decision}, decided_by_id = ${actor.id}, decided_at = now()
      WHERE id = ${input.mail}`;
    await tellRun(tx, mail, { ...input, by: actor.id });
    await announce(tx, [['deal', input.dealId]]);
    await tx.$executeRaw`SELECT pg_notify('stagewright_mail', '')`;
    return { ok: true as const };
  });
}

async function requireInDoubt(tx: Transaction, { dealId, mail, attempt }: Input): Promise<Row> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT run_no AS "runNo", stage, step, visit, round, state, attempts, decision, coalesce(decided_at >= data_sent_at, false) AS "isCurrent"
    FROM message WHERE id = ${mail} AND deal_id = ${dealId} AND kind = 'step' FOR UPDATE`;
  if (!row) throw notFound('mail', mail);
  const { state, attempts, decision } = row;
  const current = { state, attempt: attempts, decision };
  if (state !== 'unconfirmed') {
    throw new AppError('not-open', 'What became of this mail is known by now.', { current });
  }
  if (attempts !== attempt) {
    throw new AppError('stale', 'This mail has been sent again meanwhile.', { current });
  }
  if (row.isCurrent && decision !== null) {
    throw new AppError('stale', 'Somebody has decided about this mail already.', { current });
  }
  return row;
}

/** Leaves the decision in the outbox of the run, whose journal it belongs to; the attempt makes it one of a kind. */
async function tellRun(
  tx: Transaction,
  { runNo, stage, step, visit, round }: Row,
  { dealId, mail: id, attempt, decision, by }: Input & { by: string },
): Promise<void> {
  const eventId = `mail-decided:${id}:${attempt}`;
  const mail = { stage, step, visit, round };
  const event = { id: eventId, kind: 'mailDecided', mail, decision, by } satisfies MachineEvent;
  await tx.runSignal.create({ data: { dealId, runNo, eventId, event }, select: { runNo: true } });
  await tx.$executeRaw`SELECT pg_notify('stagewright_outbox', '')`;
}
