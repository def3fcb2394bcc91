import type { SetAsideRow } from '../../contract/session.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { notFound } from '../../problem/app-error.ts';
import { rowCommand } from './row-command.ts';

type Input = Pick<SetAsideRow, 'kind' | 'ref'>;

/** Lets a row that is set aside be tried now. @throws AppError `not-found` when it is no longer set aside */
export async function retrySetAside(context: SignedInContext, input: Input) {
  const { kind, ref } = input;
  return rowCommand(context, input, async (tx) => {
    const freed = await tx.$executeRaw`
      UPDATE set_aside SET next_at = now() WHERE kind = ${kind} AND ref = ${ref}`;
    if (freed === 0) throw notFound('row that is set aside', ref);
    await tx.$executeRaw`
      UPDATE run_signal SET next_at = now()
      WHERE ${kind} = 'signal' AND deal_id || ':' || run_no || ':' || event_id = ${ref} AND sent_at IS NULL`;
    await tx.$executeRaw`
      SELECT pg_notify(channel, '')
      FROM unnest(ARRAY['stagewright_mail', 'stagewright_webhook', 'stagewright_outbox']) AS channel`;
    return { ok: true as const };
  });
}
