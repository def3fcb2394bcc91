import { verifyPassword } from 'better-auth/crypto';
import type { Transaction } from '#prisma/client.ts';
import type { SignedInContext } from '../../http/request-context.ts';
import { AppError } from '../../problem/app-error.ts';
import { rowCommand } from '../running/row-command.ts';
import { hashNewPassword } from './new-password.ts';
import { storePassword } from './store-password.ts';

interface Input {
  currentPassword: string;
  password: string;
}

/** @throws AppError `wrong-password` */
async function requireCurrent(tx: Transaction, userId: string, given: string): Promise<void> {
  const [account] = await tx.$queryRaw<{ password: string | null }[]>`
    SELECT password FROM account WHERE user_id = ${userId} AND provider_id = 'credential' FOR UPDATE`;
  const hash = account?.password;
  if (hash && (await verifyPassword({ hash, password: given }))) return;
  const message = 'This is not your current password.';
  const remedy = 'Type the one that you sign in with.';
  const errors = [{ path: 'currentPassword', message, remedy }];
  throw new AppError('wrong-password', `${message} ${remedy}`, { errors });
}

/** A person sets another password by the current one; the session of this browser stays, all others end. */
export async function changePassword(context: SignedInContext, input: Input) {
  const { actor, services, cookie } = context;
  context.subject = { kind: 'person', id: actor.id };
  return rowCommand(context, input, async (tx) => {
    await requireCurrent(tx, actor.id, input.currentPassword);
    const hash = await hashNewPassword(services, actor, input.password);
    const keep = await services.sessions.hashOf(cookie);
    await storePassword(tx, { personId: actor.id, hash, keep, at: services.now() });
    return { ok: true as const };
  });
}
