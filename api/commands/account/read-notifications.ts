import type { SignedInContext } from '../../http/request-context.ts';
import { announce } from '../running/changes.ts';
import { rowCommand } from '../running/row-command.ts';

/** Marks notices of the person as read: the named ones, or all. */
export async function readNotifications(
  context: SignedInContext,
  input: { ids?: string[] | undefined },
) {
  const { actor, services } = context;
  return rowCommand(context, input, async (tx) => {
    const named = input.ids === undefined ? {} : { id: { in: input.ids } };
    await tx.notification.updateMany({
      where: { personId: actor.id, readAt: null, ...named },
      data: { readAt: services.now() },
    });
    await announce(tx, [['notification', actor.id]]);
    return { ok: true as const };
  });
}
