import type { Transaction } from '#prisma/client.ts';
import type { Contact, Deal, Message } from '#prisma/generated/client.ts';
import { pinnedVersion } from '../activities/batch/pinned-version.ts';
import { accountMail } from './account-mail.ts';
import { digestMail } from './digest-mail.ts';
import { noticeZone } from './notice-zone.ts';
import { noticeMail, type NoticeMail } from './notice-mail.ts';
import { stepMail, type Content } from './step-mail.ts';

type DealRow = Deal & { contact: Contact };
/** Without a deal: about a person's own account. */
export type MessageRow = Message & { deal: DealRow | null };
export type Mail =
  (Extract<Content, { ok: true }> & { to: string }) | Extract<Content, { ok: false }>;

/**
 * Whether a mail may go, to whom, and what it says. A code says why not: `no-address`, `bad-address`, `suppressed`,
 * `inactive`, `render:<variable>`; of a reset link `superseded`, `expired`.
 */
export async function composeMail(
  tx: Transaction,
  row: MessageRow,
  publicUrl: string,
): Promise<Mail> {
  const to = row.kind === 'step' ? row.deal?.contact.email : await addressOf(tx, row.personId);
  if (!to) return { ok: false, why: row.kind === 'step' ? 'no-address' : 'inactive' };
  if (!isOneAddress(to)) return { ok: false, why: 'bad-address' };
  const suppressed = await tx.suppression.findUnique({ where: { email: to.toLowerCase() } });
  if (suppressed) return { ok: false, why: 'suppressed' };
  const content = frozen(row) ?? (await contentOf(tx, row, publicUrl));
  return content.ok ? { ...content, to } : content;
}

/** One plain address: a list, a name or a header in it would bring the mail to others. */
function isOneAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,255}$/u.test(text);
}

async function addressOf(tx: Transaction, id: string | null): Promise<string | undefined> {
  const person = id && (await tx.person.findUnique({ where: { id } }));
  return person && person.active ? person.email : undefined;
}

/** What an earlier attempt said. */
function frozen({ subject, text, html }: MessageRow): Content | undefined {
  if (subject === null || text === null || html === null) return undefined;
  return { ok: true, subject, text, html };
}

async function contentOf(tx: Transaction, row: MessageRow, publicUrl: string): Promise<Content> {
  const { deal } = row;
  if (!deal) return accountMail(tx, row, publicUrl);
  // Written by the activities, of these types.
  if (row.kind === 'notice') {
    const notice = row.template as unknown as NoticeMail | { kind: 'digest'; notification: string };
    return notice.kind === 'digest'
      ? digestMail(tx, notice.notification, publicUrl)
      : noticeMail(notice, deal, publicUrl, await noticeZone(tx, deal, notice));
  }
  const template = row.template as { versionId: string; stage: string; step: string };
  const { drawing } = await pinnedVersion(tx, template.versionId);
  const { ownerId } = deal;
  const owner = ownerId ? await tx.person.findUnique({ where: { id: ownerId } }) : null;
  return stepMail(drawing, template, {
    ...deal,
    fields: deal.fields as Record<string, unknown>,
    owner,
  });
}
