import type { Transaction } from '#prisma/client.ts';

/** What the relay makes a mail of (worker/mail/account-mail.ts). */
type AccountMail = { kind: 'passwordChanged'; at: string } | { kind: 'resetLink'; link: string };

/** Plans a mail about a person's own account: it belongs to no deal and to no run. */
export async function planAccountMail(
  tx: Transaction,
  { personId, key, at }: { personId: string; key: string; at: Date },
  template: AccountMail,
): Promise<void> {
  const data = { personId, runNo: 0, key, kind: 'notice', template, notBefore: at };
  await tx.message.create({ data, select: { id: true } });
  await tx.$executeRaw`SELECT pg_notify('stagewright_mail', '')`;
}
