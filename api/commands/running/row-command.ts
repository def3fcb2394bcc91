import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { claimKey, commandKey, finishCommand } from './idempotency.ts';

const OK = 200;

/**
 * Runs a command that only writes rows: key, change and answer in one transaction. The same key
 * again gives the same answer; a refusal leaves nothing behind.
 */
export async function rowCommand<O>(
  context: SignedInContext,
  input: unknown,
  work: (tx: Transaction) => Promise<O>,
): Promise<O> {
  const command = commandKey(context, input);
  return context.services.database.$transaction(
    async (tx) => {
      const earlier = await claimKey(tx, command);
      if (earlier) return earlier.response as O;
      const output = await work(tx);
      await finishCommand(tx, command.key, OK, output);
      return output;
    },
    { timeout: 15_000, maxWait: 5_000 },
  );
}
