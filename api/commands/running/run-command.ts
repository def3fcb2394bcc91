import type { Intent } from './intent.ts';
import type { Transaction } from '#prisma/client.ts';
import type { ActReply } from '#core/run/contract/run-contract.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError, type ProblemItem } from '../../problem/app-error.ts';
import type { ProblemCode } from '../../problem/problem-codes.ts';
import { claimKey, commandKey, finishCommand } from './idempotency.ts';
import { deliver } from './deliver.ts';
import { refuse } from './refuse.ts';

const OK = 200;

interface RunCommand<O> {
  /** Checks the request against the rows; may refuse. `id` is the id of event and submission. */
  prepare(tx: Transaction, id: string): Promise<Intent>;
  answer(reply: ActReply | undefined, intent: Intent): Promise<O>;
}

type Pending = { pending: Intent };
type Stored = {
  problem: { code: ProblemCode; detail: string; errors?: ProblemItem[]; current?: unknown };
};

async function claim<O>(
  context: SignedInContext,
  input: unknown,
  command: RunCommand<O>,
): Promise<{ key: string; intent: Intent } | { output: O }> {
  const identity = commandKey(context, input);
  const { key } = identity;
  return context.services.database.$transaction(async (tx) => {
    const earlier = await claimKey(tx, identity);
    if (earlier?.status === OK) return { output: earlier.response as O };
    if (earlier && earlier.status !== null) throw restored(earlier.response as Stored);
    if (earlier) return { key, intent: (earlier.response as Pending).pending };
    const { submission, ...intent } = await command.prepare(tx, key);
    if (submission) {
      const { values, taskId = null } = submission;
      const row = { id: key, dealId: intent.run.dealId, taskId, byId: context.actor.id, values };
      await tx.submission.create({ data: row, select: { id: true } });
    }
    await tx.command.update({ where: { key }, data: { response: { pending: intent } as object } });
    return { key, intent };
  });
}

function restored({ problem }: Stored): AppError {
  const { code, detail, errors, current } = problem;
  return new AppError(code, detail, { ...(errors && { errors }), current });
}

/** A refusal of the run is final for this key; what was written for it is not kept. */
async function settleRefusal(context: SignedInContext, key: string, error: AppError) {
  const { code, detail, errors, current } = error;
  await context.services.database.$transaction(async (tx) => {
    await tx.submission.deleteMany({ where: { id: key, effectiveAt: null } });
    await finishCommand(tx, key, 409, { problem: { code, detail, errors, current } });
  });
}

/**
 * Runs a command that a deal's run decides: what was written is stored under the key, then the run
 * is told, and the answer leaves after its commit. No answer in time is `NotConfirmed`; the command
 * stays open, and the same key goes on with it.
 */
export async function runCommand<O>(
  context: SignedInContext,
  input: unknown,
  command: RunCommand<O>,
): Promise<O> {
  const claimed = await claim(context, input, command);
  if ('output' in claimed) return claimed.output;
  const { key, intent } = claimed;
  const { services } = context;
  const result = await deliver(services, intent);
  if (result.kind === 'refused') {
    const error = await refuse(services.database, intent, result.refusal);
    await settleRefusal(context, key, error);
    throw error;
  }
  const output = await command.answer(result.reply, intent);
  await finishCommand(services.database, key, OK, output);
  return output;
}
