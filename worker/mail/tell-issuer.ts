import type { Transaction } from '#prisma/client.ts';
import type { Message } from '#prisma/generated/client.ts';
import { Changes } from '../projections/changes.ts';
import { linkOf } from './account-mail.ts';

/** A reset link whose mail will not go: a line in the bell of the admin who sent it. An older one is nobody's matter. */
export async function tellIssuer(
  tx: Transaction,
  row: Pick<Message, 'dealId' | 'template' | 'key' | 'personId'>,
  why: string,
): Promise<void> {
  const link = linkOf(row);
  if (link === undefined || why === 'superseded') return;
  const sent = await tx.resetLink.findUnique({ where: { link }, include: { person: true } });
  if (!sent) return;
  const { personId, issuedById, person } = sent;
  const data = { person: person.name, personId, cause: `mail:${why}` };
  const at = new Date();
  const line = { personId: issuedById, runNo: 0, key: row.key, kind: 'resetNotSent', data, at };
  await tx.notification.create({ data: line, select: { id: true } });
  const changes = new Changes(tx);
  changes.add('notification', issuedById);
  changes.add('admin', personId);
  await changes.publish();
}
