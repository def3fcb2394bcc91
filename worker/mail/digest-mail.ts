import type { Transaction } from '#prisma/client.ts';
import type { DigestData } from '../activities/notices/digest.ts';
import { htmlBody } from './html-body.ts';
import type { Content } from './step-mail.ts';

/** The mail of a digest: what has come together by the time it leaves. */
export async function digestMail(
  tx: Transaction,
  notification: string,
  publicUrl: string,
): Promise<Content> {
  const row = await tx.notification.findUnique({ where: { id: notification } });
  if (!row) return { ok: false, why: 'gone' };
  // Written by the activities, of this type.
  const { count, items } = row.data as unknown as DigestData;
  const deals = await tx.deal.findMany({
    where: { id: { in: items.map(({ dealId }) => dealId) } },
    select: { id: true, number: true, title: true },
  });
  const names = new Map(deals.map(({ id, number, title }) => [id, `${number} ${title}`]));
  const lines = items.map(({ dealId, stepName, stageName }) => {
    return `- ${stepName ?? stageName}: ${names.get(dealId) ?? 'a deal'}`;
  });
  const more = count > items.length ? [`- and ${count - items.length} more`] : [];
  const link = `${publicUrl.replace(/\/$/, '')}/inbox`;
  const what = count === 1 ? 'One more thing needs' : `${count} more things need`;
  const text = [`${what} attention:`, '', ...lines, ...more, '', link].join('\n');
  return { ok: true, subject: `Escalations: ${count} more`, text, html: htmlBody(text) };
}
