import { randomUUID } from 'node:crypto';
import type { Transaction } from '#prisma/client.ts';
import { announce } from '../running/changes.ts';
import { planAccountMail } from './account-mail.ts';
import { voidResetLink } from './reset-link.ts';

interface NewPassword {
  personId: string;
  hash: string;
  /** Hash of the session that stays; without it none does. */
  keep?: string | undefined;
  at: Date;
}

/**
 * Makes a password the person's: every other session ends with its live streams, a link that is still open is void,
 * and the person is told, in the bell and by mail.
 */
export async function storePassword(
  tx: Transaction,
  { personId, hash, keep, at }: NewPassword,
): Promise<void> {
  const of = { userId: personId, providerId: 'credential' };
  const { count } = await tx.account.updateMany({ where: of, data: { password: hash } });
  if (count === 0)
    await tx.account.create({ data: { ...of, accountId: personId, password: hash } });
  const others = keep === undefined ? {} : { tokenHash: { not: keep } };
  await tx.session.deleteMany({ where: { personId, ...others } });
  await voidResetLink(tx, personId);
  await tell(tx, personId, at);
}

async function tell(tx: Transaction, personId: string, at: Date): Promise<void> {
  const key = `password:${randomUUID()}`;
  const data = { personId, runNo: 0, key, kind: 'passwordChanged', data: {}, at };
  await tx.notification.create({ data, select: { id: true } });
  await planAccountMail(
    tx,
    { personId, key, at },
    { kind: 'passwordChanged', at: at.toISOString() },
  );
  await announce(tx, [
    ['session', personId],
    ['notification', personId],
    ['admin', personId],
  ]);
}
